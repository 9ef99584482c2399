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
    static trainer trainer;
    if (!start_run(&trainer, argv + 1)) return 1;
    while (trainer_run(&trainer, 1000) > 0) {
    }

    size_t hidden = (size_t)trainer.settings.hidden_nodes;
    static float wih[HIDDEN_MAX * PIXELS], who[HIDDEN_MAX * DIGITS];
    network_get_weights(&trainer.network, wih, who);
    size_t written = fwrite(wih, sizeof *wih, hidden * PIXELS, stdout);
    written += fwrite(who, sizeof *who, hidden * DIGITS, stdout);
    trainer_free(&trainer);
    return written == hidden * (PIXELS + DIGITS) ? 0 : 1;
}
