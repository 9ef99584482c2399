#include "settings.h"

/* (type)1.5 has a fraction where the type has. */
#define TABLE_LINE(type, name, min, max) #type " " #name " " #min " " #max "\n"
const char SETTINGS_TABLE[] = SETTINGS(TABLE_LINE);

bool settings_from_numbers(settings *settings, const double numbers[SETTINGS_COUNT]) {
    /* The limits as the field's type has them: single precision may be a little below 0.0001. */
#define IS_OUT_OF_RANGE(type, name, min, max)                                                      \
    !(numbers[SETTINGS_INDEX_##name] >= (double)(type)(min) &&                                     \
      numbers[SETTINGS_INDEX_##name] <= (double)(type)(max)) ||
    if (SETTINGS(IS_OUT_OF_RANGE) false) return false;
#define TAKE(type, name, min, max) settings->name = (type)numbers[SETTINGS_INDEX_##name];
    SETTINGS(TAKE)
    return true;
}

void settings_to_numbers(const settings *settings, double numbers[SETTINGS_COUNT]) {
#define TELL(type, name, min, max) numbers[SETTINGS_INDEX_##name] = (double)settings->name;
    SETTINGS(TELL)
}
