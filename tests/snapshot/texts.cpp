#include "snapshot/texts.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "snapshot/bounds.h"
#include "snapshot/forms.h"
#include "snapshot/layouts.h"
#include "snapshot/words.h"
#include "support/corpus.h"
#include "support/database.h"

namespace article::test {

namespace {

constexpr size_t kPages = 6;  // of each language
constexpr size_t kParagraphs = 7;

std::vector<std::filesystem::path> files_in(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(ARTICLE_SOURCE_DIR) + folder)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void each_article(const std::string& language, const TextReader& read) {
  for (const std::filesystem::path& path : files_in("/tests/articles")) {
    if (path.extension() == ".txt" && path.parent_path().filename() == language) {
      for (const std::string& text : layouts_of(read_file(path.string()))) {
        read({language, "", text});
      }
    }
  }
}

// The first byte of a file is an option of the fuzzers.
void each_archive(const TextReader& read) {
  const Database database;
  const Statement split(database, "SELECT article_text FROM split_articles(?1)");
  for (const std::filesystem::path& path : files_in("/tests/fuzz/corpus")) {
    const std::string name = path.filename().string();
    if (name.rfind("archive_", 0) != 0) {
      continue;
    }
    const std::string text = read_file(path.string()).substr(1);
    const std::string group = name.substr(8);
    read({group, "", text});
    split.bind(1, text);
    while (split.step() == SQLITE_ROW) {
      read({group, "", split.text(0)});
    }
    split.reset();
  }
}

template <class Forms>
void add_lines(const Words& words, const Forms& forms, size_t number, std::string_view between, std::string* out) {
  for (const std::string_view form : forms) {
    std::string line;
    if (words.fill(form, number++, &line)) {
      out->append(line).append(between);
    }
  }
}

std::string paragraph(const Words& words, size_t number) {
  std::string out;
  for (size_t i = 0; i < 4; ++i) {
    std::string sentence;
    if (words.fill(kSentenceForms[(number * 3 + i) % std::size(kSentenceForms)], number * 11 + i, &sentence)) {
      out.append(out.empty() ? "" : " ").append(sentence);
    }
  }
  if (std::string date; words.fill(kDateForms[number % std::size(kDateForms)], number, &date)) {
    out.append(" ").append(words.pick("stopword", number)).append(" ").append(date);
    out.append(" ").append(words.pick("stopword", number + 1)).append(".");
  }
  return out;
}

std::string page_of(const Words& words, size_t number) {
  const std::string_view between = number % 3 == 1 ? "\n" : "\n\n";
  std::string out;
  const size_t seed = number * 17;
  if (number % 2 == 0) {
    add_lines(words, kHeadForms, seed, between, &out);
  } else {
    add_lines(words, kOtherHeadForms, seed, between, &out);
  }
  for (size_t i = 0; i < kParagraphs; ++i) {
    if (std::string dateline; i == 0 && words.fill("{place_name}, {d} {month} ({org_name}) - ", seed, &dateline)) {
      out.append(dateline);
    }
    out.append(paragraph(words, number * kParagraphs + i)).append(between);
  }
  add_lines(words, kTailForms, seed, between, &out);
  for (size_t i = 0; i < 5; ++i) {
    if (words.fill(kItemForms[number % std::size(kItemForms)], seed + 7 * i, &out)) {
      out.append("\n");
    }
  }
  add_lines(words, kLastForms, seed, between, &out);
  return out;
}

void each_date(const Words& words, std::string_view group, size_t variants, const TextReader& read) {
  for (size_t form = 0; form < std::size(kDateForms); ++form) {
    for (size_t variant = 0; variant < variants; ++variant) {
      std::string text;
      if (words.fill(kDateForms[form], form + 29 * variant, &text)) {
        if (variant % 4 == 3) {  // as scripts without spaces write it
          text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
        }
        read({group, words.language(), text});
      }
    }
  }
}

}  // namespace

void each_text(const TextReader& read, const TextReader& read_date) {
  std::vector<Words> others;  // of which the data has words of time only
  for (const std::string& language : data_languages()) {
    Words words(language);
    if (!words.has("byline")) {
      others.push_back(std::move(words));
      continue;
    }
    each_article(language, read);
    for (size_t i = 0; i < kPages; ++i) {
      read({language, i % 2 == 0 ? "" : language, page_of(words, i)});
    }
    if (read_date) {
      each_date(words, language, 9, read_date);
    }
  }
  each_archive(read);
  each_bound(read);
  for (const Words& words : others) {
    if (read_date) {
      each_date(words, "others", 1, read_date);
    }
  }
}

}  // namespace article::test
