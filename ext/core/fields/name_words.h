// The words of what may be a name, and what is cut off them: titles, fields, papers.
//
//   "Reporter Max Muster", "Max Muster Staff Writer"  -> "Max Muster"
//   "Ada Example Harbour News"                        -> "Ada Example"
//
// Cost: a phrase walk from each of at most kMaxNameWords + 4 words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/lexicon.h"
#include "core/text/words.h"

namespace article {

constexpr size_t kMaxNameWords = 6;

bool is_name_particle(uint32_t hash) noexcept;  // "de", "von", "bin"

// In order; what lies between them belongs to the name.
struct NameWords {
  std::array<Word, kMaxNameWords + 4> words;
  size_t count = 0;
  uint32_t end = 0;  // of the last byte that belongs to it: "Jr." has its point
  bool overlong = false;

  void add(const Word& word) noexcept;
  // Cuts titles and papers off; of what follows a first name a field of work ("Healthcare Reporter") leaves nothing.
  void clean(bool first) noexcept;
  // "Ada Example Parliamentary | editor": the words before a title belong to the title, unless the name has a particle
  // or an initial.
  void drop_field() noexcept;
  bool drop_label() noexcept;  // the word of the vocabulary that ends them ("Ada Example Categories"); false: none
  void drop_last() noexcept { cut(count - 1); }
  bool is_field() const noexcept;           // "Healthcare Reporter", "ExampleOnline", not "B. Editor"
  bool is_buttons() const noexcept;         // "Share Tweet"
  size_t office_words() const noexcept;     // that belong to offices and papers
  bool open_other_credit() const noexcept;  // "Photos", "Edited by": what follows did not write the article

 private:
  void cut(size_t to) noexcept;
  void cut_repetition() noexcept;
  void cut_tail() noexcept;
  void cut_titles(bool first) noexcept;
  void cut_papers(bool first) noexcept;
  bool is_plain() const noexcept;
  size_t longest_phrase(size_t start, Term term) const noexcept;
};

bool is_function_word(uint32_t hash) noexcept;  // also "and" between names
bool is_office_word(const Word& word) noexcept;
bool is_clock_word(const Word& word) noexcept;              // what is left of "5:30 PM", in capitals
bool is_desk_word(const Word& word) noexcept;               // "Redacción Web", "Sports Desk", "Bulletin Nr."
bool is_age(const Word& first, const Word& last) noexcept;  // what is left of "UPDATED 3 HOURS AGO"
bool is_brand(std::string_view text,
              const Word& word) noexcept;  // "FOXBusiness": capitals that go over into small letters

}  // namespace article
