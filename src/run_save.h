/* A run's whole state in a buffer, without the records: to put a run away and to go on with it.
 *
 * A restored run goes on to the very bits of one that was never interrupted. For that it needs the
 * same training records, of which the buffer holds a digest: all of them where they were all there
 * when the run was saved; where their file was still arriving, at least those that were there.
 *
 * The buffer, little-endian and without gaps: magic, version, number of settings, size, the
 * records' count, whether they were all there, their digest; the settings; counters, the last
 * step's sample and upright picture; the flash cards; the network with its pending update; a digest
 * of all this.
 */
#ifndef GLASSBOX_RUN_SAVE_H
#define GLASSBOX_RUN_SAVE_H

#include "run.h"

typedef enum {
    RUN_SAVE_OK,
    RUN_SAVE_TOO_SHORT,     /* the buffer ends before the saved run does */
    RUN_SAVE_DAMAGED,       /* ... or is no saved run */
    RUN_SAVE_OTHER_VERSION, /* saved by a program that saves other things of a run */
    RUN_SAVE_OTHER_RECORDS, /* its training records are not here, or not all of them */
    RUN_SAVE_RECORDS_GONE,  /* when saving: what the run was trained on is here no longer */
    RUN_SAVE_NO_MEMORY
} run_save_status;

/* Bytes that run_save writes, at this step. */
size_t run_save_size(run *run);

/* Changes nothing in the run but its note of the records' digest. */
run_save_status run_save(run *run, uint8_t *bytes);

/* Goes on with a saved run, on the records that this run borrows. On an error the run is as it was.
 * Any bytes are safe to give. */
run_save_status run_restore(run *run, const uint8_t *bytes, size_t size);

#endif
