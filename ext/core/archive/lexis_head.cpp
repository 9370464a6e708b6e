#include "core/archive/lexis_head.h"

#include <algorithm>

#include "core/archive/lexis_labels.h"

namespace article {

namespace {

class Head {
 public:
  explicit Head(ArticleReader* reader) : reader_(*reader) {}

  size_t read(size_t i) {
    centred_ = any_centred(i);
    for (i = reader_.next_visible(i); i < reader_.end(); i = reader_.next_visible(i)) {
      const size_t end = reader_.block_end(i);
      if (at_margin(i, end)) {
        if (is_label(i) || !read_margin(i, end)) {
          return i;
        }
      } else {
        read_centred(i, end);
      }
      i = end;
    }
    return i;
  }

 private:
  static constexpr size_t kCentred = 4;

  bool is_label(size_t i) const noexcept {
    std::string_view value;
    return i < reader_.end() && find_lexis_label(reader_.raw(i), &value) != LexisLabel::kNone;
  }

  // Up to the first label at the margin ("SHOW: ..." is centred like paper and date).
  bool any_centred(size_t i) const noexcept {
    constexpr size_t kLongestHead = 40;
    const size_t end = std::min(reader_.end(), i + kLongestHead);
    for (; i < end && !(is_label(i) && reader_.indent(i) < kCentred); ++i) {
      if (reader_.indent(i) >= kCentred) {
        return true;
      }
    }
    return false;
  }

  // A centred line that is as long as the page stands at the margin; those below it do not.
  bool at_margin(size_t from, size_t to) const noexcept {
    if (!centred_) {
      return is_label(from) ||
             (date_ && !is_copyright_line(reader_.line(from)) && !looks_like_date(reader_.line(from)));
    }
    for (size_t i = from; i < to; ++i) {
      if (reader_.indent(i) >= kCentred) {
        return false;
      }
    }
    return !is_copyright_line(reader_.line(from)) && (date_ || !looks_like_date(reader_.line(from)));
  }

  // A block at the margin is the headline, or the byline if a label or the body follows; false: it is the text.
  bool read_margin(size_t from, size_t to) {
    if (!reader_.has(Field::kHeadline) && !(date_ && is_text(from, to))) {
      reader_.add(Field::kHeadline, reader_.join(reader_.line(from), reader_.line(to - 1)));
      reader_.roles(from, to, Role::kHeadline);
      return true;
    }
    const size_t next = reader_.next_visible(to);
    const std::string_view line = reader_.line(from);
    const bool named = without_by(line).size() != line.size() || looks_like_name(line);
    const bool credit = line.back() != '.' && count_words(line, 9) <= 8 && is_label(next) &&
                        reader_.indent(next) < kCentred && !is_text(from, to);
    if (date_ && !reader_.has(Field::kByline) && to == from + 1 && (named || credit)) {
      reader_.add(Field::kByline, line);
      reader_.role(from, Role::kByline);
      return true;
    }
    return false;
  }

  // Longer than a headline and its deck are.
  bool is_text(size_t from, size_t to) const noexcept {
    constexpr size_t kLongestHeadline = 500;
    return reader_.join(reader_.line(from), reader_.line(to - 1)).size() > kLongestHeadline;
  }

  void read_centred(size_t from, size_t to) {
    for (size_t i = from; i < to; ++i) {
      const std::string_view line = reader_.line(i);
      if (is_copyright_line(line)) {
        copyright(i, to);
        return;
      }
      if (!date_ && looks_like_date(line)) {
        date(i, to);
        return;
      }
      if (!date_ && !reader_.has(Field::kPublisher)) {
        reader_.add(Field::kPublisher, line);
      }
    }
  }

  // The copyright block of older exports stands in front, with the paper's name as its last line.  It may be wrapped:
  // it goes on up to the line that reserves the rights.
  void copyright(size_t from, size_t to) {
    size_t last = from;
    for (size_t i = from + 1; i < to; ++i) {
      last = is_copyright_line(reader_.line(i)) || starts_with_nocase(reader_.line(i), "rights reserved") ? i : last;
    }
    reader_.add(Field::kCopyrightNotice, reader_.join(reader_.line(from), reader_.line(last)));
    reader_.roles(from, last + 1, Role::kCopyright);
    if (last + 1 < to && !date_ && !looks_like_date(reader_.line(last + 1)) && !reader_.has(Field::kPublisher)) {
      reader_.add(Field::kPublisher, reader_.line(last + 1));
    }
    for (size_t i = last + 1; i < to && !date_; ++i) {
      if (looks_like_date(reader_.line(i))) {
        date(i, to);
      }
    }
  }

  // "November 7, 2019 Thursday" and, in the next line or the same, "10:30 PM GMT".
  void date(size_t i, size_t to) {
    size_t last = i;
    if (i + 1 < to && has_clock(reader_.line(i + 1))) {
      last = i + 1;
    }
    reader_.add(Field::kDatePublishedText, reader_.join(reader_.line(i), reader_.line(last)));
    reader_.roles(i, last + 1, Role::kTimestamp);
    date_ = true;
    if (!centred_ && last + 1 < to) {  // paper, date and headline in one block
      reader_.add(Field::kHeadline, reader_.join(reader_.line(last + 1), reader_.line(to - 1)));
      reader_.roles(last + 1, to, Role::kHeadline);
    }
  }

  static bool has_clock(std::string_view line) noexcept {
    const size_t colon = line.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 2 < line.size() && is_digit(line[colon - 1]) &&
           is_digit(line[colon + 1]) && line.size() < 40;
  }

  ArticleReader& reader_;
  bool centred_ = false;
  bool date_ = false;
};

}  // namespace

size_t read_lexis_head(ArticleReader& reader, size_t i) {
  return Head(&reader).read(i);
}

}  // namespace article
