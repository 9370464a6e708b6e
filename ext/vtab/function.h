// What a file in ext/functions states: the columns and rows of a table function, or a scalar function.
//
//   struct LineRows {                                   // one object for each call; holds where it stands
//     explicit LineRows(const Call& call);
//     bool next(const Interrupt& interrupt);            // to the first or the next row; false at the end
//   };
//   constexpr Column<LineRows> kColumns[] = {{"line_no", "INTEGER", [](const LineRows& r, const Result& out) {...}},
//   ...}; ARTICLE_TABLE_FUNCTION(article_lines, LineRows, kColumns, {"line_no"})
//
// The file's stem is the SQL name, and CMake finds the file: nothing else has to be edited.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <new>
#include <type_traits>
#include <utility>

#include "core/article.h"
#include "vtab/documents.h"
#include "vtab/result.h"

namespace article {

// The arguments of one call of a table function.
struct Call {
  DocumentPointer document;
  bool scope_text = false;        // fifth argument: 'text'
  uint64_t columns_used = ~0ULL;  // bit i: column i is asked for (bit 63: any further one)
  bool shared = false;            // another function may read the same text: it is read for all of them at once

  FieldSet fields(FieldSet wanted) const noexcept { return shared ? kAllThatIsRead : wanted; }
};

class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual bool next(const Interrupt& interrupt) = 0;
  virtual void column(int index, const Result& result) const = 0;
  // Whether the row is of the line that the statement asks for (TableOptions::line_column).
  virtual bool is_of_line(int64_t line_no) const = 0;

  static void* operator new(size_t size) { return sqlite_memory()->allocate(size, alignof(void*)); }
  static void operator delete(void* block) { sqlite_memory()->deallocate(block, 0, alignof(void*)); }
};

template <class Rows>
struct Column {
  const char* name;
  const char* type;  // declared type: TEXT, INTEGER, REAL
  void (*write)(const Rows& rows, const Result& result);
};

struct ColumnName {
  const char* name;
  const char* type;
};

struct TableOptions {
  const char* order_column = nullptr;  // rows come in its order
  bool scope = false;                  // has the fifth argument
  bool one_row = false;                // at most one row for a text
  const char* line_column = nullptr;   // where a join names one line, rows of others are not handed to SQLite
};

struct TableFunction {
  int column_count;
  ColumnName (*column)(int index);
  RowSource* (*open)(const Call& call);
  TableOptions options;
};

// The call of a scalar function.  Arguments after the last one given are absent.
struct ScalarCall {
  int count;
  sqlite3_value** values;
  Result result;
  DocumentCache& documents;
  const Interrupt& interrupt;
  const char* name;

  // The document of arguments text [, reference_time, timezone, language] from `first` on.  False: the result is
  // already set, to NULL for a NULL text or to an error.
  bool document(int first, DocumentPointer* out) const;
  // The same arguments without a text: options [reference_time, timezone, language] from `first` on, checked.
  bool options(int first, Options* out) const;
  // Text of an argument as the interface reads it; false where the result is set already (NULL, or an error for a
  // BLOB).
  bool text(int index, const char* argument, std::string_view* out) const;
};

struct ScalarFunction {
  int min_arguments;
  int max_arguments;
  void (*call)(const ScalarCall& call);  // may throw what the core throws
};

struct FunctionEntry {
  const TableFunction* table;
  const ScalarFunction* scalar;
};

// Rows that know their line: they have line_no().
template <class Rows, class = void>
struct KnowsLine : std::false_type {};
template <class Rows>
struct KnowsLine<Rows, std::void_t<decltype(std::declval<const Rows&>().line_no())>> : std::true_type {};

template <class Rows, const auto& kColumns>
class TypedSource final : public RowSource {
 public:
  explicit TypedSource(const Call& call) : rows_(call) {}
  bool next(const Interrupt& interrupt) override { return rows_.next(interrupt); }
  void column(int index, const Result& result) const override { kColumns[index].write(rows_, result); }
  bool is_of_line([[maybe_unused]] int64_t line_no) const override {
    if constexpr (KnowsLine<Rows>::value) {
      return rows_.line_no() == line_no;
    }
    return true;
  }

 private:
  Rows rows_;
};

template <class Rows, const auto& kColumns>
constexpr TableFunction make_table_function(TableOptions options) {
  return {static_cast<int>(std::size(kColumns)),
          [](int index) {
            return ColumnName{kColumns[index].name, kColumns[index].type};
          },
          [](const Call& call) -> RowSource* { return new TypedSource<Rows, kColumns>(call); }, options};
}

// NOLINTBEGIN(cppcoreguidelines-macro-usage,bugprone-macro-parentheses)
#define ARTICLE_TABLE_FUNCTION(name, Rows, columns, ...)                                               \
  namespace {                                                                                          \
  constexpr TableFunction name##_table = make_table_function<Rows, columns>(TableOptions __VA_ARGS__); \
  }                                                                                                    \
  extern const FunctionEntry name##_function;                                                          \
  const FunctionEntry name##_function = {&name##_table, nullptr};

#define ARTICLE_SCALAR_FUNCTION(name, min_arguments, max_arguments, call)        \
  namespace {                                                                    \
  constexpr ScalarFunction name##_scalar = {min_arguments, max_arguments, call}; \
  }                                                                              \
  extern const FunctionEntry name##_function;                                    \
  const FunctionEntry name##_function = {nullptr, &name##_scalar};
// NOLINTEND(cppcoreguidelines-macro-usage,bugprone-macro-parentheses)

}  // namespace article
