/* What the tests in C share. A case is a sentence; a check that fails says where it stands and what
 * was expected; the program prints TAP and its exit code says whether all is well.
 */
#ifndef GLASSBOX_CHECK_H
#define GLASSBOX_CHECK_H

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

enum { CHECK_SHOWN = 5 }; /* failures shown of one case: loops would print thousands */

/* One for all files of a program. */
__attribute__((weak)) struct {
    const char *sentence; /* of the case that runs, NULL before the first */
    int cases;
    int failures; /* in this case */
    int failed_cases;
} check_state;

static inline void check_close_case(void) {
    if (!check_state.sentence) return;
    check_state.cases++;
    check_state.failed_cases += check_state.failures > 0;
    if (check_state.failures > CHECK_SHOWN)
        printf("# ... and %d more\n", check_state.failures - CHECK_SHOWN);
    printf("%s %d - %s\n", check_state.failures > 0 ? "not ok" : "ok", check_state.cases,
           check_state.sentence);
    fflush(stdout);
    check_state.failures = 0;
}

/* All checks up to the next case belong to this one. */
static inline void check_case(const char *sentence) {
    check_close_case();
    check_state.sentence = sentence;
}

__attribute__((format(printf, 4, 5))) static inline void
check_failed(const char *file, int line, const char *condition, const char *format, ...) {
    if (++check_state.failures > CHECK_SHOWN) return;
    printf("# %s:%d: expected %s: ", file, line, condition);
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
}

/* CHECK(sum == 3, "sum is %d", sum); */
#define CHECK(condition, ...)                                                                      \
    do {                                                                                           \
        if (!(condition)) check_failed(__FILE__, __LINE__, #condition, __VA_ARGS__);               \
    } while (0)

/* The larger of two errors, or NaN if either is, which fmax() would drop and no bound admits. */
static inline double check_larger(double worst, double error) {
    return isnan(worst) || error <= worst ? worst : error;
}

/* What main() returns. */
static inline int check_end(void) {
    check_close_case();
    printf("1..%d\n", check_state.cases);
    return check_state.failed_cases == 0 && check_state.cases > 0 ? 0 : 1;
}

#endif
