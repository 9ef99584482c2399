/* usage: native hidden_nodes angle steps rounds < train.csv
 *
 * Prints the steps a second of each round of training.
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
    if (argc != 5) {
        fputs("usage: native hidden_nodes angle steps rounds\n", stderr);
        return 2;
    }
    trainer_settings settings = {
        .hidden_nodes = atoi(argv[1]),
        .learning_rate = 0.1f,
        .epochs = 1000,
        .angle = atof(argv[2]),
        .seed = 1,
    };
    int steps = atoi(argv[3]), rounds = atoi(argv[4]);
    static trainer trainer;
    static uint8_t bytes[1 << 16];
    if (!trainer_init(&trainer, &settings)) return 1;
    size_t size;
    while ((size = fread(bytes, 1, sizeof bytes, stdin)) > 0)
        if (trainer_write(&trainer, TRAINER_TRAIN, bytes, size) != TRAINER_OK) return 1;
    if (trainer_end(&trainer, TRAINER_TRAIN) != TRAINER_OK) return 1;
    trainer_run(&trainer, steps);
    for (int round = 0; round < rounds; round++) {
        double start = seconds();
        trainer_run(&trainer, steps);
        printf("%.0f\n", steps / (seconds() - start));
    }
    trainer_free(&trainer);
    return 0;
}
