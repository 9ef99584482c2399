/* The settings: numbers in and out, and what is refused. */
#include <math.h>
#include <string.h>

#include "check.h"
#include "settings.h"

#define AT(name) [SETTINGS_INDEX_##name]
static const double NUMBERS[SETTINGS_COUNT] = {
    AT(hidden_nodes) = 200, AT(learning_rate) = 0.25, AT(epochs) = 10,
    AT(angle) = 12.5,       AT(distortion) = 0.75,    AT(records) = 1000,
    AT(cross_entropy) = 1,  AT(falling_rate) = 1,     AT(flash_cards) = 0.125,
    AT(seed) = 7,
};

static void round_trip(void) {
    settings settings;
    double numbers[SETTINGS_COUNT];
    CHECK(settings_from_numbers(&settings, NUMBERS), "refused");
    CHECK(settings.hidden_nodes == 200 && settings.learning_rate == 0.25f && settings.epochs == 10,
          "the first three");
    CHECK(settings.angle == 12.5 && settings.distortion == 0.75 && settings.records == 1000,
          "the next three");
    CHECK(settings.cross_entropy && settings.falling_rate && settings.flash_cards == 0.125f &&
              settings.seed == 7,
          "the last four");
    settings_to_numbers(&settings, numbers);
    CHECK(memcmp(numbers, NUMBERS, sizeof numbers) == 0, "other numbers come back");
}

/* The ends of each range are taken, also after they were rounded; beyond them, nothing is. */
static void ranges(void) {
#define RANGE(type, name, min, max) {#name, (min), (max)},
    static const struct {
        const char *name;
        double min, max;
    } ranges[SETTINGS_COUNT] = {SETTINGS(RANGE)};
    for (int i = 0; i < SETTINGS_COUNT; i++) {
        const double min = ranges[i].min, max = ranges[i].max, step = max < 10 ? 1e-4 : 1;
        const double good[] = {min, max},
                     bad[] = {min - step, max + step, NAN, INFINITY, -INFINITY};
        settings settings, before;
        double numbers[SETTINGS_COUNT];
        memcpy(numbers, NUMBERS, sizeof numbers);
        for (int g = 0; g < 2; g++) {
            numbers[i] = good[g];
            CHECK(settings_from_numbers(&settings, numbers), "%s %g", ranges[i].name, good[g]);
            settings_to_numbers(&settings, numbers);
            CHECK(settings_from_numbers(&settings, numbers), "%s %.9g", ranges[i].name, numbers[i]);
        }
        memcpy(&before, &settings, sizeof before);
        for (int b = 0; b < 5; b++) {
            numbers[i] = bad[b];
            CHECK(!settings_from_numbers(&settings, numbers), "%s %g", ranges[i].name, bad[b]);
            CHECK(memcmp(&before, &settings, sizeof before) == 0, "%s %g has changed something",
                  ranges[i].name, bad[b]);
        }
    }
}

static void table(void) {
    static const char START[] = "int hidden_nodes 1 1024\nfloat learning_rate 0.0001 1\n";
    int lines = 0;
    for (const char *c = SETTINGS_TABLE; *c; c++) lines += *c == '\n';
    CHECK(lines == SETTINGS_COUNT, "%d lines", lines);
    CHECK(strncmp(SETTINGS_TABLE, START, sizeof START - 1) == 0, "it starts with %.53s",
          SETTINGS_TABLE);
}

int main(void) {
    check_case("numbers become settings, and settings the same numbers");
    round_trip();
    check_case("numbers out of their range are refused, and nothing has changed");
    ranges();
    check_case("the table has a line for each setting");
    table();
    return check_end();
}
