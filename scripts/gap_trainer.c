/* The slow part of scripts/train-gaps: a multinomial model of what stands in gaps, AdaGrad with a
   step towards nought. cc -O3 -o gap-trainer gap_trainer.c -lm
   gap-trainer train TOKENS WEIGHTS LEAST   weights of the features that stand in LEAST places
   gap-trainer features TOKENS              the features of each gap, a row a gap
   The features are those of jdlint/lang/en/gaps/context.py; a test holds both equal. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint32_t u32;
typedef uint64_t u64;
enum { CHOICES = 25, LANES = 32, FEATURES = 35, BITS = 24, EVERY = 3 };
static const u32 MASK = (1u << BITS) - 1;
static const float RATE = 0.1f, SHRINK = 0.001f;

/* Tokens: names (words and tags), and for each token its word, its tags, the number of a choice and
   whether it is a word; the first token of each block. */
static u64 names, size, tokens, blocks;
static char *blob, **name, **stems;
static u32 *word, *tags, *first;
static uint8_t *number, *plain;
static u32 crc[256];

static char *stem(const char *text) {
  static const char *ends[] = {"ing", "ed", "es", "s", "e"};
  size_t bytes = strlen(text), letters = 0;
  for (const char *p = text; *p; p++) letters += ((unsigned char)*p & 0xC0) != 0x80;
  for (int i = 0; i < 5; i++) {
    size_t end = strlen(ends[i]);
    if (letters > end + 2 && !strcmp(text + bytes - end, ends[i])) return strndup(text, bytes - end);
  }
  return strdup(text);
}

static void *part(FILE *file, size_t bytes) {
  void *data = malloc(bytes + 1);
  if (fread(data, 1, bytes, file) != bytes) exit(1);
  return data;
}

static void load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  u64 *head = part(file, 32);
  names = head[0], size = head[1], tokens = head[2], blocks = head[3];
  char *p = blob = part(file, size);
  name = malloc(8 * names), stems = malloc(8 * names);
  for (u64 i = 0; i < names; i++, p += strlen(p) + 1) name[i] = p, stems[i] = stem(p);
  word = part(file, 4 * tokens), tags = part(file, 4 * tokens), first = part(file, 4 * blocks + 4);
  number = part(file, tokens), plain = part(file, tokens);
  fclose(file);
  for (u32 i = 0; i < 256; i++) {
    crc[i] = i;
    for (int k = 0; k < 8; k++) crc[i] = crc[i] & 1 ? 0xEDB88320u ^ (crc[i] >> 1) : crc[i] >> 1;
  }
}

static u32 add(u32 sum, const char *text) {
  for (; *text; text++) sum = crc[(sum ^ (unsigned char)*text) & 255] ^ (sum >> 8);
  return sum;
}

static u32 hashed(const char *kind, const char *a, const char *b, const char *c) {
  u32 sum = add(0xFFFFFFFFu, kind);
  if (a) sum = add(sum, a);
  if (b) sum = add(add(sum, " "), b);
  if (c) sum = add(add(sum, " "), c);
  return (sum ^ 0xFFFFFFFFu) & MASK;
}

static void features(u32 from, u32 to, u32 at, u32 end, u32 *out) {
  const char *l[5], *r[5];
  for (u32 i = 1; i < 5; i++) {
    l[i] = at >= from + i ? name[word[at - i]] : "^";
    r[i] = end + i - 1 < to ? name[word[end + i - 1]] : "$";
  }
  const char *a1 = at > from ? name[tags[at - 1]] : "", *a2 = at > from + 1 ? name[tags[at - 2]] : "";
  const char *b1 = end < to ? name[tags[end]] : "", *b2 = end + 1 < to ? name[tags[end + 1]] : "";
  const char *s1 = at > from ? stems[word[at - 1]] : "^", *t1 = end < to ? stems[word[end]] : "$";
  const char *rows[FEATURES][4] = {
    {"b"}, {"1", l[1]}, {"2", r[1]}, {"h", a1}, {"i", b1}, {"3", l[2]}, {"4", r[2]},
    {"5", l[2], l[1]}, {"6", r[1], r[2]}, {"7", l[1], r[1]}, {"8", l[1], b1}, {"9", a1, r[1]},
    {"a", a1, b1}, {"b", a2, a1}, {"c", b1, b2}, {"d", l[3], l[2], l[1]},
    {"e", r[1], r[2], r[3]}, {"f", l[2], l[1], r[1]}, {"g", l[1], r[1], r[2]}, {"j", a2, a1, b1},
    {"k", a1, b1, b2}, {"l", s1}, {"m", t1}, {"n", l[1], b1, b2}, {"o", a2, a1, r[1]},
    {"p", s1, b1}, {"q", s1, t1}, {"r", l[2], a1, b1}, {"s", a1, b1, r[2]}, {"t", a2, l[1], b1},
    {"u", l[2], l[1], b1}, {"<", l[3]}, {"<", l[4]}, {">", r[3]}, {">", r[4]},
  };
  for (int i = 0; i < FEATURES; i++) out[i] = hashed(rows[i][0], rows[i][1], rows[i][2], rows[i][3]);
}

typedef void (*Look)(u32 from, u32 to, u32 at, u32 end, int choice);

static void each_gap(u64 block, Look look) {
  u32 from = first[block], to = first[block + 1];
  for (u32 at = from + 1; at < to; at++)
    if (plain[at - 1] && plain[at]) {
      look(from, to, at, at, 0);
      if (number[at] && at + 1 < to && plain[at + 1]) look(from, to, at, at + 1, number[at]);
    }
}

static void print(u32 from, u32 to, u32 at, u32 end, int choice) {
  u32 found[FEATURES];
  features(from, to, at, end, found);
  printf("%u %u %d", at - from, end - from, choice);
  for (int i = 0; i < FEATURES; i++) printf(" %u", found[i]);
  printf("\n");
}

static uint8_t *times;
static u32 *rows;
static float *weights, *steps;

static void count(u32 from, u32 to, u32 at, u32 end, int choice) {
  u32 found[FEATURES];
  (void)choice;
  features(from, to, at, end, found);
  for (int i = 0; i < FEATURES; i++) times[found[i]] += times[found[i]] < 255;
}

static void learn(u32 from, u32 to, u32 at, u32 end, int choice) {
  float weight = 1, wrong[LANES] = {0}, sum = 0, most = -1e9f;
  if (!choice) { /* most gaps are empty: one of EVERY is looked at, and counts for all */
    if (rand() % EVERY) return;
    weight = EVERY;
  }
  u32 found[FEATURES];
  features(from, to, at, end, found);
  for (int i = 0; i < FEATURES; i++) {
    float *row = weights + (size_t)rows[found[i]] * LANES;
    for (int k = 0; k < LANES; k++) wrong[k] += row[k];
  }
  for (int k = 0; k < CHOICES; k++) most = fmaxf(most, wrong[k]);
  for (int k = 0; k < CHOICES; k++) sum += wrong[k] = expf(wrong[k] - most);
  for (int k = 0; k < CHOICES; k++) wrong[k] = weight * (wrong[k] / sum - (k == choice));
  for (int k = CHOICES; k < LANES; k++) wrong[k] = 0;
  for (int i = 0; i < FEATURES; i++) {
    if (!rows[found[i]]) continue;
    float *row = weights + (size_t)rows[found[i]] * LANES, *seen = steps + (row - weights);
    for (int k = 0; k < LANES; k++) {
      seen[k] += wrong[k] * wrong[k];
      float step = RATE / sqrtf(seen[k]), moved = row[k] - step * wrong[k];
      row[k] = copysignf(fmaxf(fabsf(moved) - SHRINK * weight * step, 0), moved);
    }
  }
}

static void train(const char *path, int least) {
  times = calloc(1u << BITS, 1), rows = calloc(1u << BITS, 4);
  for (u64 b = 0; b < blocks; b++) each_gap(b, count);
  u32 known = 1;
  for (u32 i = 0; i <= MASK; i++) if (times[i] >= least) rows[i] = known++;
  size_t all = (size_t)known * LANES;
  weights = calloc(all, 4), steps = malloc(4 * all);
  for (size_t i = 0; i < all; i++) steps[i] = 0.1f;
  u32 *order = malloc(4 * blocks);
  for (u32 i = 0; i < blocks; i++) order[i] = i;
  for (u64 i = blocks; i > 1; i--) {
    u64 j = (u64)rand() % i;
    u32 other = order[i - 1];
    order[i - 1] = order[j], order[j] = other;
  }
  for (u64 i = 0; i < blocks; i++) each_gap(order[i], learn);
  FILE *file = fopen(path, "wb");
  fwrite(&known, 4, 1, file);
  for (u32 i = 0; i <= MASK; i++) if (rows[i]) fwrite(&i, 4, 1, file);
  fwrite(weights, 4, all, file);
  fclose(file);
}

int main(int count_of, char **given) {
  if (count_of < 3) return 2;
  load(given[2]);
  if (!strcmp(given[1], "train") && count_of == 5) train(given[3], atoi(given[4]));
  else for (u64 b = 0; b < blocks; b++) each_gap(b, print);
  return 0;
}
