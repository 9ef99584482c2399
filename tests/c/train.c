/* usage: train SETTINGS < train.csv > weights
 *
 * Trains natively and writes wih and who as they are in memory, for the test that compares them
 * with WebAssembly's bit for bit.
 */
#include "start_run.h"

int main(int argc, char **argv) {
    if (argc != 1 + SETTINGS_COUNT) {
        fputs("usage: train " SETTINGS_USAGE "\n", stderr);
        return 2;
    }
    static records records;
    static run run;
    if (!start_run(&run, &records, argv + 1)) return 1;
    while (run_train(&run, 1000) > 0) {
    }

    size_t hidden = (size_t)run.settings.hidden_nodes;
    static float wih[HIDDEN_MAX * PIXELS], who[HIDDEN_MAX * DIGITS];
    network_get_weights(&run.network, wih, who);
    size_t written = fwrite(wih, sizeof *wih, hidden * PIXELS, stdout);
    written += fwrite(who, sizeof *who, hidden * DIGITS, stdout);
    run_free(&run);
    records_free(&records);
    return written == hidden * (PIXELS + DIGITS) ? 0 : 1;
}
