/* Places to which a caller gives a pointer, of every kind, and from which it takes what C left there. */
struct pair { int first, second; };
struct thing;
typedef void *token;
typedef int (*step)(int);
typedef int (*printing)(const char *format, ...);
typedef char letter;

/* Each moves what is given by one: to the next element, or from one of two functions to the other. */
int in_memory(void **o, int by);
int in_const_memory(const void **o, int by);
int in_token(token *o, int by);
int in_numbers(const int **o);
int in_text(const char **o);
int in_letters(letter **o);
int in_pair(struct pair **o);
int in_thing(struct thing **o);
int in_real(long double **o);
int in_half(_Atomic int **o);
int in_step(step *o);
int in_unnamed(int (**o)(int));
int in_printing(printing *o);
int in_value(struct pair *o);

/* Of these, Java's method of values and that of places differ in type arguments alone. */
int in_words(char ***o);
int in_const_words(const char *const **o);
int in_pairs(struct pair ***o);
int in_steps(step **o);
int in_deep(int ****o);
int in_both(char ***o, char ***p);
int in_some(char ***o, int count, ...);

/* What is given stays while the function runs. */
int in_kept(const int **o, void (*collect)(void));
struct held { const int *number; };
int in_held(struct held *o, void (*collect)(void));

struct thing *things(void);
int thing_number(const struct thing *thing);
int one(int x);
int two(int x);
