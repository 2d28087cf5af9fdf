#include "point.h"
#include <pthread.h>
#include <string.h>

int point_count = 7;

int point_add(int a, int b) { return a + b; }

point point_midpoint(point a, point b) { return (point){(a.x + b.x) / 2, (a.y + b.y) / 2}; }

int point_length(const char *text) { return text ? (int) strlen(text) : -1; }

int point_visit(int count, point_visitor visitor, void *user) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum += visitor(i, user);
    return sum;
}

struct job { int count; point_visitor visitor; void *user; int sum; };

static void *run(void *argument) {
    struct job *job = argument;
    job->sum = point_visit(job->count, job->visitor, job->user);
    return 0;
}

int point_visit_on_thread(int count, point_visitor visitor, void *user) {
    struct job job = {count, visitor, user, 0};
    pthread_t thread;
    if (pthread_create(&thread, 0, run, &job)) return -1;
    pthread_join(thread, 0);
    return job.sum;
}

static point_visitor kept;
void point_keep(point_visitor visitor) { kept = visitor; }
int point_call_kept(int index) { return kept(index, 0); }

static int twice(int index, void *user) { (void) user; return 2 * index; }
point_visitor point_doubling(void) { return twice; }
