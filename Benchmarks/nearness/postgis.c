// Asks PostGIS what is near, over libpq: one thread and one connection a client, prepared, parameters and answers in binary.
//
// postgis CONNINFO TABLE QUERIES, then a line on standard input for each thing to do:
//   answers QUESTION COUNT           prints, for each of the first COUNT queries, a line of "id distance" pairs
//   rate QUESTION CLIENTS SECONDS    prints how many queries a second were answered
// QUESTION is nearest or newest.
#include <endian.h>
#include <libpq-fe.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define POINT "ST_SetSRID(ST_MakePoint($1::float8, $2::float8), 2154)"

static const char *const NEAREST =
    "SELECT id, created, geom <-> " POINT " FROM %s WHERE open AND category = $3::int2 AND ST_DWithin(geom, " POINT ", 2000) "
    "ORDER BY geom <-> " POINT " LIMIT 20";
// ST_DWithin would fetch and sort all that is near: this form walks the index on time.
static const char *const NEWEST =
    "SELECT id, created, geom <-> " POINT " FROM %s WHERE open AND category = $3::int2 AND ST_Distance(geom, " POINT ") <= 2000 "
    "ORDER BY created DESC LIMIT 20";

typedef struct { int32_t x, y; uint32_t category; } query;
typedef struct { int number; double until; long answered; pthread_t thread; } client;

static const char *conninfo, *table, *question;
static query *queries;
static int query_count;
static pthread_barrier_t start;

static void fail(const char *why) { fprintf(stderr, "%s\n", why); exit(1); }

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static uint64_t word(const void *bytes) { uint64_t w; memcpy(&w, bytes, 8); return be64toh(w); }
static uint64_t bits(double value) { uint64_t w; memcpy(&w, &value, 8); return htobe64(w); }
static double real(uint64_t w) { double value; memcpy(&value, &w, 8); return value; }

static PGconn *connect_prepared(void) {
    char sql[1000];
    PGconn *connection = PQconnectdb(conninfo);
    if (PQstatus(connection) != CONNECTION_OK) fail(PQerrorMessage(connection));
    // One plan for all points is the best plan here; without this PostgreSQL may plan again for each query.
    PQclear(PQexec(connection, "SET plan_cache_mode = force_generic_plan"));
    snprintf(sql, sizeof sql, strcmp(question, "nearest") ? NEWEST : NEAREST, table);
    PGresult *prepared = PQprepare(connection, "q", sql, 3, NULL);
    if (PQresultStatus(prepared) != PGRES_COMMAND_OK) fail(PQerrorMessage(connection));
    PQclear(prepared);
    return connection;
}

static PGresult *ask(PGconn *connection, const query *q) {
    uint64_t x = bits(q->x / 100.0), y = bits(q->y / 100.0);
    uint16_t category = htobe16((uint16_t)q->category);
    const char *values[] = {(char *)&x, (char *)&y, (char *)&category};
    PGresult *result = PQexecPrepared(connection, "q", 3, values, (int[]){8, 8, 2}, (int[]){1, 1, 1}, 1);
    if (PQresultStatus(result) != PGRES_TUPLES_OK) fail(PQerrorMessage(connection));
    return result;
}

static void answers(int count) {
    PGconn *connection = connect_prepared();
    for (int i = 0; i < count; i++) {
        PGresult *result = ask(connection, &queries[i]);
        for (int row = 0; row < PQntuples(result); row++)
            printf("%llu %.17g ", (unsigned long long)word(PQgetvalue(result, row, 0)), real(word(PQgetvalue(result, row, 2))));
        putchar('\n');
        PQclear(result);
    }
    PQfinish(connection);
}

static void *run(void *argument) {
    client *self = argument;
    PGconn *connection = connect_prepared();
    for (int i = 0; i < 20; i++) PQclear(ask(connection, &queries[i]));
    pthread_barrier_wait(&start);
    pthread_barrier_wait(&start);
    for (int next = self->number * 977 % query_count; now() < self->until; next = (next + 1) % query_count) {
        PQclear(ask(connection, &queries[next]));
        self->answered++;
    }
    PQfinish(connection);
    return NULL;
}

static void rate(int count, double seconds) {
    client *clients = calloc(count, sizeof *clients);
    long answered = 0;
    pthread_barrier_init(&start, NULL, count + 1);
    for (int i = 0; i < count; i++) {
        clients[i].number = i;
        pthread_create(&clients[i].thread, NULL, run, &clients[i]);
    }
    pthread_barrier_wait(&start);
    double began = now();
    for (int i = 0; i < count; i++) clients[i].until = began + seconds;
    pthread_barrier_wait(&start);
    for (int i = 0; i < count; i++) {
        pthread_join(clients[i].thread, NULL);
        answered += clients[i].answered;
    }
    printf("%.1f\n", answered / (now() - began));
    pthread_barrier_destroy(&start);
    free(clients);
}

static void read_queries(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail("the queries cannot be read");
    fseek(file, 0, SEEK_END);
    query_count = ftell(file) / sizeof(query);
    rewind(file);
    queries = malloc(query_count * sizeof(query));
    if (fread(queries, sizeof(query), query_count, file) != (size_t)query_count) fail("the queries are cut short");
    fclose(file);
}

int main(int count, char **arguments) {
    char verb[10], asked[10];
    double number, seconds;
    if (count != 4) fail("postgis CONNINFO TABLE QUERIES");
    conninfo = arguments[1];
    table = arguments[2];
    read_queries(arguments[3]);
    for (char line[100]; fgets(line, sizeof line, stdin); fflush(stdout)) {
        int fields = sscanf(line, "%9s %9s %lf %lf", verb, asked, &number, &seconds);
        question = asked;
        if (fields == 4) rate((int)number, seconds);
        else if (fields == 3) answers((int)number);
        else fail("answers QUESTION COUNT, or rate QUESTION CLIENTS SECONDS");
    }
    return 0;
}
