/* The slow part of scripts/train-gaps: a multinomial model of what stands in gaps, AdaGrad with a
   step towards nought whose rate falls, then again with the KEPT weights alone.
   cc -O3 -march=native -ffast-math -o gap-trainer gap_trainer.c -lm
   gap-trainer train TOKENS WEIGHTS LEAST FEATURES KEPT ROUNDS [HELD]   features that stand in LEAST places
   gap-trainer features TOKENS              the features of each gap, a row a gap
   The features are those of jdlint/lang/en/gaps/context.py; a test holds both equal. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint32_t u32;
typedef uint64_t u64;
enum { LANES = 64, FEATURES = 61, BITS = 28, SHIPPED = 24, EVERY = 4 };
enum { LEFT = 12, RIGHT = 8, NOUN = 4 };
static const u32 MASK = (1u << BITS) - 1, SHORT = (1u << SHIPPED) - 1;
static const float RATE = 0.25f, SHRINK = 0.001f, OFTEN = 0.35f;

/* Tokens: names, and for each token its word, tags, stem, group, kind, the number of a choice and
   whether it is a word; the first token of each block. Tokens 0 and 1 are the edges. */
typedef struct {
  u64 names, size, tokens, blocks;
  char **name, *kind;
  u32 *part[4], *first;
  uint8_t *number, *plain;
} Text;
enum { WORD, TAGS, STEM, GROUP };
static u32 crc[256];

static void *part(FILE *file, size_t bytes) {
  void *data = malloc(bytes + 1);
  if (fread(data, 1, bytes, file) != bytes) exit(1);
  return data;
}

static Text load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  u64 *head = part(file, 32);
  Text t = {head[0], head[1], head[2], head[3]};
  char *p = part(file, t.size);
  t.name = malloc(8 * t.names);
  for (u64 i = 0; i < t.names; i++, p += strlen(p) + 1) t.name[i] = p;
  for (int k = 0; k < 4; k++) t.part[k] = part(file, 4 * t.tokens);
  t.first = part(file, 4 * t.blocks + 4);
  t.kind = part(file, t.tokens), t.number = part(file, t.tokens), t.plain = part(file, t.tokens);
  fclose(file);
  for (u32 i = 0; i < 256; i++) {
    crc[i] = i;
    for (int k = 0; k < 8; k++) crc[i] = crc[i] & 1 ? 0xEDB88320u ^ (crc[i] >> 1) : crc[i] >> 1;
  }
  return t;
}

static u32 add(u32 sum, const char *text) {
  for (; *text; text++) sum = crc[(sum ^ (unsigned char)*text) & 255] ^ (sum >> 8);
  return sum;
}

static u32 hashed(const char *const *texts) {
  u32 sum = add(0xFFFFFFFFu, texts[0]);
  for (int i = 1; i < 5 && texts[i]; i++) sum = add(i > 1 ? add(sum, " ") : sum, texts[i]);
  return (sum ^ 0xFFFFFFFFu) & MASK;
}

static int in(char kind, const char *kinds) { return strchr(kinds, kind) != NULL; }

static char surer(char verb, char kind) {
  static const char *order = "FVv-";
  if (!in(kind, "FVv")) return verb;
  return strchr(order, kind) < strchr(order, verb) ? kind : verb;
}

static void clause(const char *kind, u32 from, u32 to, u32 at, u32 end, char *left, char *right) {
  char opens = '^', closes = '$', verb = '-', subject = '-';
  for (u32 i = at; i > from && i + LEFT > at; i--) {
    char k = kind[i - 1];
    if (in(k, ".,CS")) { opens = k; break; }
    verb = surer(verb, k);
    if (in(k, "YNMPOU")) subject = 's';
  }
  left[0] = opens, left[1] = verb, left[2] = subject, left[3] = 0, verb = '-';
  for (u32 i = end; i < to && i < end + RIGHT; i++) {
    if (in(kind[i], ".,CS")) { closes = kind[i]; break; }
    verb = surer(verb, kind[i]);
  }
  right[0] = verb, right[1] = closes, right[2] = 0;
}

static void nouns(const char *kind, u32 from, u32 to, u32 at, u32 end, char *noun, char *next) {
  strcpy(noun, "-"), strcpy(next, "-");
  for (u32 i = at; i > from && i + NOUN > at; i--)
    if (in(kind[i - 1], "NMPOY")) {
      u32 far = at - i + 1;
      noun[0] = kind[i - 1], noun[1] = '0' + (far < 3 ? far : 3), noun[2] = 0;
      break;
    }
  for (u32 i = end; i < to && i < end + NOUN; i++) {
    if (in(kind[i], "NMPOY")) next[0] = kind[i];
    else if (next[0] != '-' || in(kind[i], "F.,CSIQ")) break;
  }
}

#define W(t) name[word[t]]
#define T(t) name[tags[t]]
#define S(t) name[stem[t]]
#define G(t) name[group[t]]

static void features(const Text *t, u32 from, u32 to, u32 at, u32 end, u32 *out) {
  u32 l[5], r[5], *word = t->part[WORD], *tags = t->part[TAGS], *stem = t->part[STEM];
  u32 *group = t->part[GROUP];
  char **name = t->name, left[4], right[4], noun[4], next[4];
  for (u32 i = 1; i < 5; i++) {
    l[i] = at >= from + i ? at - i : 0;
    r[i] = end + i - 1 < to ? end + i - 1 : 1;
  }
  clause(t->kind, from, to, at, end, left, right);
  nouns(t->kind, from, to, at, end, noun, next);
  u32 l1 = l[1], l2 = l[2], l3 = l[3], r1 = r[1], r2 = r[2], r3 = r[3];
  const char *rows[FEATURES][5] = {
    {"b"}, {"1", W(l1)}, {"h", T(l1)}, {"l", S(l1)}, {"x", G(l1)},
    {"2", W(r1)}, {"i", T(r1)}, {"m", S(r1)}, {"y", G(r1)},
    {"7", W(l1), W(r1)}, {"8", W(l1), T(r1)}, {"9", T(l1), W(r1)},
    {"a", T(l1), T(r1)}, {"p", S(l1), T(r1)}, {"q", S(l1), S(r1)},
    {"z", G(l1), G(r1)}, {"A", W(l1), G(r1)}, {"B", G(l1), W(r1)},
    {"3", W(l2)}, {"4", W(r2)}, {"5", W(l2), W(l1)}, {"6", W(r1), W(r2)},
    {"b", T(l2), T(l1)}, {"c", T(r1), T(r2)},
    {"d", W(l3), W(l2), W(l1)}, {"e", W(r1), W(r2), W(r3)},
    {"f", W(l2), W(l1), W(r1)}, {"g", W(l1), W(r1), W(r2)},
    {"j", T(l2), T(l1), T(r1)}, {"k", T(l1), T(r1), T(r2)},
    {"n", W(l1), T(r1), T(r2)}, {"o", T(l2), T(l1), W(r1)},
    {"r", W(l2), T(l1), T(r1)}, {"s", T(l1), T(r1), W(r2)},
    {"t", T(l2), W(l1), T(r1)}, {"u", W(l2), W(l1), T(r1)},
    {"v", W(l2), W(r1)}, {"w", W(l1), W(r2)},
    {"C", G(l2), G(l1)}, {"D", G(r1), G(r2)},
    {"E", G(l2), G(l1), G(r1)}, {"F", G(l1), G(r1), G(r2)},
    {"G", W(l2), W(l1), G(r1)}, {"H", G(l1), W(r1), W(r2)},
    {"I", W(l1), G(r1), G(r2)}, {"J", G(l2), G(l1), W(r1)},
    {"K", left, T(r1)}, {"L", left, right}, {"M", left, W(l1)}, {"N", left, W(r1)},
    {"O", right, W(l1)}, {"P", right, W(r1)}, {"Q", left, right, T(l1), T(r1)},
    {"R", noun, W(r1)}, {"S", next, W(l1)}, {"T", noun, next},
    {"U", next, T(l1), W(r1)},
    {"<", W(l3)}, {"<", W(l[4])}, {">", W(r3)}, {">", W(r[4])},
  };
  for (int i = 0; i < FEATURES; i++) out[i] = hashed(rows[i]);
}

typedef void (*Look)(const Text *t, u32 from, u32 to, u32 at, u32 end, int choice);

static void each_gap(const Text *t, Look look) {
  for (u64 block = 0; block < t->blocks; block++) {
    u32 from = t->first[block], to = t->first[block + 1];
    for (u32 at = from; at < to; at++) {
      int before = at > from && t->plain[at - 1], after = at + 1 < to && t->plain[at + 1];
      if (!before && !t->plain[at]) continue;
      look(t, from, to, at, at, 0);
      if (t->number[at] && (before || after)) look(t, from, to, at, at + 1, t->number[at]);
    }
  }
}

static void print(const Text *t, u32 from, u32 to, u32 at, u32 end, int choice) {
  u32 found[FEATURES];
  features(t, from, to, at, end, found);
  printf("%u %u %d", at - from, end - from, choice);
  for (int i = 0; i < FEATURES; i++) printf(" %u", found[i] & SHORT);
  printf("\n");
}

/* The places: a row of features each, and what stands there. */
static u64 places, room;
static u32 *place, *rows, *seen_times;
static uint8_t *choices, *times;
static float *weights, *steps;

static void keep(const Text *t, u32 from, u32 to, u32 at, u32 end, int choice) {
  static u32 turn;
  if (!choice && (turn = turn * 1664525u + 1013904223u) >> 30) return; /* one of EVERY */
  if (places == room) {
    room = room ? room * 3 / 2 : 1 << 20;
    place = realloc(place, room * FEATURES * 4), choices = realloc(choices, room);
  }
  features(t, from, to, at, end, place + places * FEATURES);
  choices[places++] = choice;
}

static float scores(const u32 *found, float *sum) {
  float most = -1e9f, all = 0;
  for (int k = 0; k < LANES; k++) sum[k] = 0;
  for (int i = 0; i < FEATURES; i++) {
    const float *row = weights + (size_t)found[i] * LANES;
    for (int k = 0; k < LANES; k++) sum[k] += row[k];
  }
  for (int k = 0; k < LANES; k++) most = fmaxf(most, sum[k]);
  for (int k = 0; k < LANES; k++) all += sum[k] = expf(sum[k] - most);
  return all;
}

static void learn(u64 at, float rate, int masked) {
  float wrong[LANES], more = 0;
  u32 *found = place + at * FEATURES;
  float all = scores(found, wrong);
  for (int k = 0; k < LANES; k++) wrong[k] = wrong[k] / all - (k == choices[at]);
  for (int k = 0; k < LANES; k++) more += wrong[k] * wrong[k];
  for (int i = 0; i < FEATURES; i++) {
    if (!found[i]) continue;
    float *row = weights + (size_t)found[i] * LANES;
    float step = rate / sqrtf(steps[found[i]] += more), least = SHRINK * step;
    if (masked)
      for (int k = 0; k < LANES; k++) {
        float moved = row[k] - step * wrong[k];
        row[k] = row[k] == 0 ? 0 : moved == 0 ? 1e-9f : moved;
      }
    else
      for (int k = 0; k < LANES; k++) {
        float moved = row[k] - step * wrong[k];
        row[k] = copysignf(fmaxf(fabsf(moved) - least, 0), moved);
      }
  }
}

static u32 *held;
static uint8_t *held_choices;
static u64 held_places;

static void tell(int round) {
  double loss = 0, right = 0;
  float sum[LANES];
  for (u64 i = 0; i < held_places; i++) {
    float all = scores(held + i * FEATURES, sum);
    loss -= log(sum[held_choices[i]] / all + 1e-30);
    int best = 1;
    for (int k = 0; k < LANES && best; k++) best = sum[k] <= sum[held_choices[i]];
    right += best;
  }
  u64 nought = 0, known = rows[MASK + 1];
  for (u64 i = 0; i < known * LANES; i++) nought += weights[i] != 0;
  fprintf(stderr, "round %d: log loss %.4f, right %.4f of %lu held places, weights %lu\n", round,
          loss / held_places, right / held_places, held_places, nought);
}

static int by_size(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return (x < y) - (x > y);
}

/* What a weight is worth: how much it says, and in how many places. */
static float worth(u64 row, int k) {
  return fabsf(weights[row * LANES + k]) * powf(seen_times[row], OFTEN);
}

static float least_of(float *all, u64 count, u64 kept) {
  qsort(all, count, 4, by_size);
  return count > kept ? all[kept] : 0;
}

/* Only the features that are worth most stay, and of those only the weights that are. */
static void prune(u64 known, u64 features_kept, u64 kept) {
  float *each = malloc(4 * known * LANES), *whole = calloc(known, 4);
  for (u64 i = 1; i < known; i++)
    for (int k = 0; k < LANES; k++) whole[i] += worth(i, k);
  memcpy(each, whole + 1, 4 * (known - 1));
  float least = least_of(each, known - 1, features_kept);
  u64 count = 0;
  for (u64 i = 1; i < known; i++)
    for (int k = 0; k < LANES; k++)
      if (whole[i] > least) each[count++] = worth(i, k);
  float alone = least_of(each, count, kept);
  for (u64 i = 1; i < known; i++)
    for (int k = 0; k < LANES; k++)
      if (whole[i] <= least || worth(i, k) <= alone) weights[i * LANES + k] = 0;
  free(each), free(whole);
}

static void run(int rounds, float rate, int masked) {
  u64 all = places * (u64)rounds, done = 0, *order = malloc(8 * places);
  static u64 state = 88172645463325252ull;
  for (u64 i = 0; i < places; i++) order[i] = i;
  for (int round = 0; round < rounds; round++) {
    for (u64 i = places; i > 1; i--) {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;
      u64 j = state % i, other = order[i - 1];
      order[i - 1] = order[j], order[j] = other;
    }
    for (u64 i = 0; i < places; i++, done++) {
      if (i + 4 < places)
        for (int f = 0; f < FEATURES; f++) {
          const float *row = weights + (size_t)place[order[i + 1] * FEATURES + f] * LANES;
          for (int k = 0; k < LANES; k += 16) __builtin_prefetch(row + k);
          __builtin_prefetch(place + order[i + 4] * FEATURES + f);
        }
      learn(order[i], rate * (1 - (float)done / all), masked);
    }
    if (held) tell(round + 1);
  }
  free(order);
}

static void train(char **given, int more) {
  int least = atoi(given[4]), rounds = atoi(given[7]);
  u64 features_kept = atoll(given[5]), kept = atoll(given[6]);
  Text t = load(given[2]);
  each_gap(&t, keep);
  times = calloc((size_t)MASK + 1, 1), rows = calloc((size_t)MASK + 2, 4);
  for (u64 i = 0; i < places * FEATURES; i++) times[place[i]] += times[place[i]] < 255;
  u32 known = 1;
  for (u64 i = 0; i <= MASK; i++) if (times[i] >= least) rows[i] = known++;
  rows[MASK + 1] = known;
  seen_times = calloc(known, 4), steps = malloc(4 * (size_t)known);
  for (u64 i = 0; i < places * FEATURES; i++) seen_times[place[i] = rows[place[i]]]++;
  weights = calloc((size_t)known * LANES, 4);
  for (u32 i = 0; i < known; i++) steps[i] = 1.0f;
  fprintf(stderr, "%lu places, %u features\n", places, known);
  if (more) {
    u32 *ours = place;
    uint8_t *own = choices;
    u64 count = places;
    place = NULL, choices = NULL, places = room = 0;
    Text other = load(given[8]);
    each_gap(&other, keep);
    for (u64 i = 0; i < places * FEATURES; i++) place[i] = rows[place[i]];
    held = place, held_choices = choices, held_places = places;
    place = ours, choices = own, places = count;
  }
  run(rounds, RATE, 0);
  prune(known, features_kept, kept);
  if (held) tell(0);
  for (u32 i = 0; i < known; i++) steps[i] = sqrtf(steps[i]) * 8;
  run(2, RATE, 1);
  FILE *file = fopen(given[3], "wb");
  fwrite(&known, 4, 1, file);
  for (u64 i = 0; i <= MASK; i++) if (rows[i]) { u32 key = i; fwrite(&key, 4, 1, file); }
  fwrite(weights, 4, (size_t)known * LANES, file);
  fclose(file);
}

int main(int count, char **given) {
  if (count < 3) return 2;
  if (!strcmp(given[1], "train") && count >= 8) train(given, count > 8);
  else if (!strcmp(given[1], "features")) {
    Text t = load(given[2]);
    each_gap(&t, print);
  } else return 2;
  return 0;
}
