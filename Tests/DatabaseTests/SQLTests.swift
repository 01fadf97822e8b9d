import Database
import Testing

@Suite struct SQLTests {
    @Test func interpolationBindsAndNumbers() {
        let sql: SQL = "SELECT a FROM b WHERE c = \(1) AND d = \("x' OR 1=1 --") AND e IN \(list: [2, 3])"
        #expect(sql.sqlite == "SELECT a FROM b WHERE c = $1 AND d = $2 AND e IN ($3, $4)")
        #expect(sql.values == [.integer(1), .text("x' OR 1=1 --"), .integer(2), .integer(3)])
    }

    @Test func fragmentsKeepTheirValuesInPlace() {
        let condition: SQL = "d = \(2) AND e = \(3)"
        let sql: SQL = "SELECT a WHERE c = \(1) AND \(condition) AND f = \(4)"
        #expect(sql.postgres == "SELECT a WHERE c = $1 AND d = $2 AND e = $3 AND f = $4")
        #expect(sql.values == [.integer(1), .integer(2), .integer(3), .integer(4)])
    }

    @Test func islandsDiffer() {
        let sql: SQL = "SELECT 1\(postgres: " FOR UPDATE SKIP LOCKED")"
        #expect(sql.sqlite == "SELECT 1")
        #expect(sql.postgres == "SELECT 1 FOR UPDATE SKIP LOCKED")
    }

    @Test func anEmptyListMatchesNothing() {
        let sql: SQL = "SELECT 1 WHERE 1 IN \(list: [Int]())"
        #expect(sql.sqlite == "SELECT 1 WHERE 1 IN (NULL)")
    }

    @Test func theSchemaIsTranslated() {
        let text = Schema.translated("CREATE TABLE t (a INTEGER, b TEXT NOT NULL, c BLOB, d REAL) STRICT;", for: .postgres)
        #expect(text == "CREATE TABLE t (a bigint, b text COLLATE \"C\" NOT NULL, c bytea, d double precision);")
    }
}
