/* A small library for the runtime's tests; the classes in src/test/java/sample bind it by hand. */
typedef struct { double x, y; } point;
typedef int (*point_visitor)(int index, void *user);

extern int point_count;

int point_add(int a, int b);
point point_midpoint(point a, point b);
int point_length(const char *text);

/* Calls the visitor for 0 to count - 1 and returns the sum of its results. */
int point_visit(int count, point_visitor visitor, void *user);
/* The same, on a thread of its own. */
int point_visit_on_thread(int count, point_visitor visitor, void *user);
/* Keeps a visitor and calls it later. */
void point_keep(point_visitor visitor);
int point_call_kept(int index);
point_visitor point_doubling(void);

/* Declared, but not in the library. */
int point_absent(void);
