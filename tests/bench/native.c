/* usage: native steps SETTINGS < train.csv
 *
 * Prints the steps a second of training.
 */
#include <time.h>

#include "../c/start_run.h"

static double seconds(void) {
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
    if (argc != 2 + SETTINGS_COUNT) {
        fputs("usage: native steps " SETTINGS_USAGE "\n", stderr);
        return 2;
    }
    int steps = atoi(argv[1]);
    static records records;
    static run run;
    if (!start_run(&run, &records, argv + 2)) return 1;
    run_train(&run, steps / 10);
    double start = seconds();
    run_train(&run, steps);
    printf("%.0f\n", steps / (seconds() - start));
    run_free(&run);
    records_free(&records);
    return 0;
}
