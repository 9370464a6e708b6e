// Writes JSON (RFC 8259) into a string on the given memory.
//
//   JsonWriter json(memory); json.begin_object(); json.key("headline"); json.string(text); json.end_object();
//
// Strings are UTF-8; a byte that is not well-formed becomes U+FFFD, because JSON has no other bytes.  Cost: one pass.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>

namespace article {

class JsonWriter {
 public:
  explicit JsonWriter(std::pmr::memory_resource* memory) : out_(memory) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);
  void string(std::string_view value);
  void number(long long value);

  const std::pmr::string& text() const noexcept { return out_; }
  // Takes what was written out, so that the writer can begin anew.
  void clear() noexcept {
    out_.clear();
    needs_comma_ = false;
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void quote(std::string_view value);

  std::pmr::string out_;
  bool needs_comma_ = false;
};

}  // namespace article
