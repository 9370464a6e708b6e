#include "core/options.h"

namespace article {

namespace {

bool is_alphanumeric(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_letter(char c) noexcept {
  return is_alphanumeric(c) && !(c >= '0' && c <= '9');
}

}  // namespace

bool is_language_tag(std::string_view tag) noexcept {
  size_t length = 0;
  bool first_subtag = true;
  bool only_letters = true;
  for (size_t at = 0; at <= tag.size(); ++at) {
    const bool ends = at == tag.size() || tag[at] == '-' || tag[at] == '_';
    if (!ends) {
      if (!is_alphanumeric(tag[at])) {
        return false;
      }
      only_letters = only_letters && is_letter(tag[at]);
      ++length;
      continue;
    }
    const bool private_use =
        length == 1 && first_subtag && (tag[0] == 'x' || tag[0] == 'X' || tag[0] == 'i' || tag[0] == 'I');
    if (length == 0 || length > 8 || (first_subtag && !private_use && (length < 2 || !only_letters))) {
      return false;
    }
    first_subtag = false;
    length = 0;
  }
  return true;
}

}  // namespace article
