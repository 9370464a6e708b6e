// What the playground calls: one SQL statement over one text, its rows as JSON.
//
//   article_query("SELECT headline FROM parse_article(:text)", text, bytes)
//     -> {"columns":["headline"],"rows":[["..."]]}   or   {"error":"near \"SELCT\": syntax error"}
//
// The returned string stands until the next call.  Cost: the statement's, and the size of its result.
#include <sqlite3.h>
#include <sqlite_article.h>

#include <cstdio>
#include <string>

namespace {

sqlite3* g_database = nullptr;
std::string g_answer;

// JSON in UTF-8; bytes that are none become U+FFFD, since a browser's JSON.parse is given a string.
void append_text(const unsigned char* text, int size) {
  g_answer += '"';
  for (int i = 0; i < size; ++i) {
    const unsigned char byte = text[i];
    if (byte == '"' || byte == '\\') {
      g_answer += '\\';
      g_answer += static_cast<char>(byte);
    } else if (byte < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", byte);
      g_answer += escape;
    } else {
      g_answer += static_cast<char>(byte);
    }
  }
  g_answer += '"';
}

void append_text(const char* text) {
  append_text(reinterpret_cast<const unsigned char*>(text), static_cast<int>(std::char_traits<char>::length(text)));
}

void append_value(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      g_answer += "null";
      return;
    case SQLITE_INTEGER:  // as a string where JavaScript's numbers cannot hold it
      if (sqlite3_column_int64(statement, column) > (1LL << 53) ||
          sqlite3_column_int64(statement, column) < -(1LL << 53)) {
        break;
      }
      [[fallthrough]];
    case SQLITE_FLOAT:
      g_answer += reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      return;
    default:
      break;
  }
  const unsigned char* text = sqlite3_column_text(statement, column);
  append_text(text, sqlite3_column_bytes(statement, column));
}

const char* fail(const char* message) {
  g_answer = "{\"error\":";
  append_text(message);
  g_answer += '}';
  return g_answer.c_str();
}

void append_rows(sqlite3_stmt* statement) {
  g_answer = "{\"columns\":[";
  for (int column = 0; column < sqlite3_column_count(statement); ++column) {
    g_answer += column == 0 ? "" : ",";
    append_text(sqlite3_column_name(statement, column));
  }
  g_answer += "],\"rows\":[";
  for (bool first = true; sqlite3_step(statement) == SQLITE_ROW; first = false) {
    g_answer += first ? "[" : ",[";
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
      g_answer += column == 0 ? "" : ",";
      append_value(statement, column);
    }
    g_answer += ']';
  }
  g_answer += "]}";
}

}  // namespace

extern "C" {

__attribute__((used)) int article_open() {
  char* error = nullptr;
  return sqlite3_open(":memory:", &g_database) == SQLITE_OK &&
         sqlite3_article_init(g_database, &error, nullptr) == SQLITE_OK;
}

__attribute__((used)) const char* article_query(const char* sql, const char* text, int bytes) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(g_database, sql, -1, &statement, nullptr) != SQLITE_OK) {
    return fail(sqlite3_errmsg(g_database));
  }
  if (statement == nullptr) {
    return fail("there is no statement");
  }
  const int parameter = sqlite3_bind_parameter_index(statement, ":text");
  if (parameter != 0) {
    sqlite3_bind_text(statement, parameter, text, bytes, SQLITE_STATIC);
  }
  append_rows(statement);
  if (sqlite3_finalize(statement) != SQLITE_OK) {
    return fail(sqlite3_errmsg(g_database));
  }
  return g_answer.c_str();
}

}  // extern "C"
