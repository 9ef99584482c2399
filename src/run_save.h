/* Saves a run's whole state in a buffer, without the records, and restores it.
 *
 * A restored run continues with the same bits as one that was never interrupted. For that it needs
 * the same training records, which it recognises by a digest in the buffer: all of them, or if
 * their file was still arriving when the run was saved, at least those that had arrived.
 *
 * The buffer, little-endian and without gaps: magic, version, number of settings, size, the
 * records' count, whether they were complete, their digest; the settings; counters, the last step's
 * sample and upright picture; the flash cards; the network with its pending update; a digest of all
 * this.
 */
#ifndef GLASSBOX_RUN_SAVE_H
#define GLASSBOX_RUN_SAVE_H

#include "run.h"

typedef enum {
    RUN_SAVE_OK,
    RUN_SAVE_TOO_SHORT,     /* the buffer ends too early */
    RUN_SAVE_DAMAGED,       /* ... or is not a saved run */
    RUN_SAVE_OTHER_VERSION, /* saved in another version of the format */
    RUN_SAVE_OTHER_RECORDS, /* its training records are not loaded, or not all of them */
    RUN_SAVE_RECORDS_GONE,  /* when saving: the run's training records have been replaced */
    RUN_SAVE_NO_MEMORY
} run_save_status;

/* The number of bytes that run_save writes at this step. */
size_t run_save_size(run *run);

/* Writes the run to `bytes`. Changes nothing in the run but what run_look_for_records does, and its
 * cached digest. */
run_save_status run_save(run *run, uint8_t *bytes);

/* Replaces this run's state by a saved one, on the records that this run borrows. On an error the
 * run does not change. Any bytes are safe. */
run_save_status run_restore(run *run, const uint8_t *bytes, size_t size);

/* The same, whatever records are there: the run waits for its own (run_look_for_records). */
run_save_status run_restore_ahead(run *run, const uint8_t *bytes, size_t size);

#endif
