/// Scripts that complete the command's words in a shell, made from the
/// specifications.
package struct Completion {
  package enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  private let commands: [CommandSpecification]

  package init(of commands: [CommandSpecification]) {
    self.commands = commands
  }

  package func script(for shell: Shell) -> String {
    let lines =
      switch shell {
      case .bash: bash
      case .zsh: zsh
      case .fish: fish
      }
    return lines.joined(separator: "\n")
  }

  /// The operands of a command that are not files.
  private func operands(of command: CommandSpecification) -> [String] {
    command.name == "help"
      ? commands.map(\.name) : command.operands.flatMap(\.words)
  }

  /// The folder whose JSON files a command takes by their names alone.
  private func folder(of command: CommandSpecification) -> String? {
    command.operands.compactMap(\.folder).first
  }

  private var bash: [String] {
    let names = commands.map(\.name).joined(separator: " ")
    let values = commands.flatMap { command in
      command.options.compactMap { option in
        option.words.map { words in
          "  '\(command.name) --\(option.name)') words='\(words)' files= ;;"
        }
      }
    }
    let options = commands.map { command in
      "  \(command.name)) options='\(command.optionWords)'"
        + " words='\(operands(of: command).joined(separator: " "))'"
        + (folder(of: command).map { " files=\($0)/*.json" } ?? "") + " ;;"
    }
    return [
      "# Completion of noughts in bash: source <(noughts completions bash)",
      "_noughts() {",
      "  local current=${COMP_WORDS[COMP_CWORD]} options= words= files=",
      "  local command=${COMP_WORDS[1]} previous=${COMP_WORDS[COMP_CWORD - 1]}",
      "  if ((COMP_CWORD == 1)); then",
      "    COMPREPLY=($(compgen -W '\(names)' -- \"$current\"))",
      "    return",
      "  fi",
      "  case $command in",
    ] + options + ["  esac", "  case \"$command $previous\" in"] + values + [
      "  esac",
      "  if [[ $current == -* ]]; then words=$options; fi",
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))",
      // A loop, since bash would expand the names as words.
      "  local file name",
      "  for file in $files; do",
      "    name=${file##*/} name=${name%.json}",
      "    if [[ -e $file && $name == \"$current\"* ]]; then",
      "      COMPREPLY+=(\"$name\")",
      "    fi",
      "  done",
      "}",
      // Files if no word fits.
      "complete -o default -F _noughts noughts",
    ]
  }

  private var zsh: [String] {
    let summaries = commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }
    let cases = commands.flatMap { command in
      let options = command.options.map { option -> String in
        let values =
          option.words.map { ":value:(\($0))" }
          ?? (option.kind == .flag ? "" : ":value:_files")
        let help = option.help.filter { !"[]:".contains($0) }
        return "      \(quoted("--\(option.name)[\(help)]\(values)")) \\"
      }
      let words = operands(of: command)
      let folder = folder(of: command)
        .map { "\"names:name:{compadd -- \($0)/*.json(N:t:r)}\" " }
      let operand =
        words.isEmpty
        ? "_files"
        : "{_alternative \"words:word:(\(words.joined(separator: " ")))\" "
          + (folder ?? "") + "\"files:file:_files\"}"
      return ["  \(command.name)) _arguments \\"] + options
        + ["      \(quoted("*:operand:\(operand)")) ;;"]
    }
    return [
      "#compdef noughts",
      "# Completion of noughts in zsh: source <(noughts completions zsh)",
      "_noughts() {",
      "  if ((CURRENT == 2)); then",
      "    local -a commands=(",
    ] + summaries + [
      "    )",
      "    _describe command commands",
      "    return",
      "  fi",
      "  local command=${words[2]}",
      "  shift words",
      "  ((CURRENT--))",
      "  case $command in",
    ] + cases + [
      "  esac",
      "}",
      "compdef _noughts noughts",
    ]
  }

  private var fish: [String] {
    let seen = "__fish_seen_subcommand_from"
    let names = commands.map { command in
      "complete -c noughts -f -n __fish_use_subcommand -a \(command.name)"
        + " -d \(quoted(command.summary))"
    }
    let options = commands.flatMap { command in
      command.options.map { option in
        let short = option.short.map { " -s \($0)" } ?? ""
        let value =
          option.words.map { " -x -a \(quoted($0))" }
          ?? (option.kind == .flag ? "" : " -r")
        return "complete -c noughts -n '\(seen) \(command.name)'"
          + " -l \(option.name)\(short)\(value) -d \(quoted(option.help))"
      }
    }
    let words = commands.compactMap { command -> String? in
      var words = operands(of: command)
      if words.isEmpty { return nil }
      if let folder = folder(of: command) {
        words.append("(for f in \(folder)/*.json; basename $f .json; end)")
      }
      return "complete -c noughts -n '\(seen) \(command.name)'"
        + " -a \(quoted(words.joined(separator: " ")))"
    }
    return [
      "# Completion of noughts in fish: noughts completions fish | source"
    ] + names + options + words
  }

  /// The text in single quotes, which all three shells understand.
  private func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "’"))'"
  }
}

extension OptionSpecification {
  /// The values of an option, if it has a short list of them.
  fileprivate var words: String? {
    guard case .choice(let names) = kind else { return nil }
    return names.joined(separator: " ")
  }
}

extension CommandSpecification {
  fileprivate var optionWords: String {
    options.map { "--\($0.name)" }.joined(separator: " ")
  }
}
