/* usage: train SETTINGS < train.csv > weights
 *
 * with the settings in the order of web/settings.js.
 *
 * Trains natively and writes wih and who as they are in memory, for the test that compares them
 * with WebAssembly's bit for bit.
 */
#include <stdio.h>
#include <stdlib.h>

#include "trainer.h"

int main(int argc, char **argv) {
    if (argc != 11) {
        fputs(
            "usage: train hidden_nodes learning_rate epochs angle distortion records cross_entropy "
            "falling_rate flash_cards seed\n",
            stderr);
        return 2;
    }
    trainer_settings settings = {
        .hidden_nodes = atoi(argv[1]),
        .learning_rate = (float)atof(argv[2]),
        .epochs = atoi(argv[3]),
        .angle = atof(argv[4]),
        .distortion = atof(argv[5]),
        .records = atoi(argv[6]),
        .cross_entropy = atoi(argv[7]),
        .falling_rate = atoi(argv[8]),
        .flash_cards = (float)atof(argv[9]),
        .seed = (uint32_t)strtoul(argv[10], NULL, 10),
    };
    static trainer trainer;
    static uint8_t bytes[1 << 16];
    if (!trainer_init(&trainer, &settings)) return 1;
    size_t size;
    while ((size = fread(bytes, 1, sizeof bytes, stdin)) > 0)
        if (trainer_write(&trainer, TRAINER_TRAIN, bytes, size) != TRAINER_OK) return 1;
    if (trainer_end(&trainer, TRAINER_TRAIN) != TRAINER_OK) return 1;
    while (trainer_run(&trainer, 1000) > 0) {
    }

    size_t hidden = (size_t)settings.hidden_nodes;
    static float wih[HIDDEN_MAX * PIXELS], who[HIDDEN_MAX * DIGITS];
    network_get_weights(&trainer.network, wih, who);
    size_t written = fwrite(wih, sizeof *wih, hidden * PIXELS, stdout);
    written += fwrite(who, sizeof *who, hidden * DIGITS, stdout);
    trainer_free(&trainer);
    return written == hidden * (PIXELS + DIGITS) ? 0 : 1;
}
