/* usage: native steps SETTINGS < train.csv
 *
 * with the settings in the order of web/settings.js. Prints the steps a second of training.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "trainer.h"

static double seconds(void) {
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
    if (argc != 12) {
        fputs("usage: native steps hidden_nodes learning_rate epochs angle distortion records "
              "cross_entropy "
              "falling_rate flash_cards seed\n",
              stderr);
        return 2;
    }
    int steps = atoi(argv[1]);
    trainer_settings settings = {
        .hidden_nodes = atoi(argv[2]),
        .learning_rate = (float)atof(argv[3]),
        .epochs = atoi(argv[4]),
        .angle = atof(argv[5]),
        .distortion = atof(argv[6]),
        .records = atoi(argv[7]),
        .cross_entropy = atoi(argv[8]),
        .falling_rate = atoi(argv[9]),
        .flash_cards = (float)atof(argv[10]),
        .seed = (uint32_t)strtoul(argv[11], NULL, 10),
    };
    static trainer trainer;
    static uint8_t bytes[1 << 16];
    if (!trainer_init(&trainer, &settings)) return 1;
    size_t size;
    while ((size = fread(bytes, 1, sizeof bytes, stdin)) > 0)
        if (trainer_write(&trainer, TRAINER_TRAIN, bytes, size) != TRAINER_OK) return 1;
    if (trainer_end(&trainer, TRAINER_TRAIN) != TRAINER_OK) return 1;
    trainer_run(&trainer, steps / 10);
    double start = seconds();
    trainer_run(&trainer, steps);
    printf("%.0f\n", steps / (seconds() - start));
    trainer_free(&trainer);
    return 0;
}
