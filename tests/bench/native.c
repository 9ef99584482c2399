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
    static trainer trainer;
    if (!start_run(&trainer, argv + 2)) return 1;
    trainer_run(&trainer, steps / 10);
    double start = seconds();
    trainer_run(&trainer, steps);
    printf("%.0f\n", steps / (seconds() - start));
    trainer_free(&trainer);
    return 0;
}
