/* The settings of a training run, in one list.
 *
 * The struct, its conversion from and to numbers and the range checks all follow from the list.
 * JavaScript has the same list in camel case, with labels and explanations, in
 * web/shared/settings.js. The build fails if the two differ. To add a setting, change both files.
 */
#ifndef GLASSBOX_SETTINGS_H
#define GLASSBOX_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

/* X(type, name, min, max) */
#define SETTINGS(X)                                                                                \
    X(int, hidden_nodes, 1, 1024)                                                                  \
    X(float, learning_rate, 0.0001, 1)                                                             \
    X(int, epochs, 1, 1000)                                                                        \
    X(double, angle, 0, 180)     /* degrees; 0: no rotation */                                     \
    X(double, distortion, 0, 2)  /* strength (image_distort); 0: none */                           \
    X(float, adversarial, 0, 1)  /* by how much of full ink pixels move (network.h); 0: none */    \
    X(int, records, 0, 1048576)  /* number of training records to use; 0: all */                   \
    X(bool, cross_entropy, 0, 1) /* network.h */                                                   \
    X(bool, falling_rate, 0, 1)  /* run_learning_rate */                                           \
    X(double, decay, 0, 0.01)    /* of the weights (network.h); 0: none */                         \
    X(float, flash_cards, 0, 1)  /* largest error of an output of a known card; 0: no cards */     \
    X(uint32_t, seed, 0, 4294967295)

typedef struct settings {
#define SETTINGS_FIELD(type, name, min, max) type name;
    SETTINGS(SETTINGS_FIELD)
#undef SETTINGS_FIELD
} settings;

enum {
#define SETTINGS_INDEX(type, name, min, max) SETTINGS_INDEX_##name,
    SETTINGS(SETTINGS_INDEX)
#undef SETTINGS_INDEX
        SETTINGS_COUNT
};

/* A line for each setting: "type name min max". */
extern const char SETTINGS_TABLE[];

/* Takes the settings from numbers in the order of the list. They are rounded to single precision or
 * truncated to whole numbers as the types need. False: a number is out of range or NaN; `settings`
 * has not changed. */
bool settings_from_numbers(settings *settings, const double numbers[SETTINGS_COUNT]);

/* The inverse. */
void settings_to_numbers(const settings *settings, double numbers[SETTINGS_COUNT]);

#endif
