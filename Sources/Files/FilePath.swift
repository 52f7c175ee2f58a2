internal import Glibc

/// The path of a file as its folder and its name in it.
struct FilePath {
  var folder: String
  var name: String

  /// Splits a path at the last slash.
  ///
  /// - Throws: `EISDIR` for a path that can only name a folder.
  init(_ path: String) throws(FileError.Reason) {
    guard !path.isEmpty else { throw .system(ENOENT) }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = slash == path.startIndex ? "/" : String(path[..<slash])
      name = String(path[path.utf8.index(after: slash)...])
    } else {
      folder = "."
      name = path
    }
    guard !name.isEmpty, name != ".", name != ".." else {
      throw .system(EISDIR)
    }
  }

  var text: String {
    sibling(name)
  }

  func sibling(_ name: String) -> String {
    switch folder {
    case ".": name
    case "/": "/" + name
    default: folder + "/" + name
    }
  }

  /// The target of a symbolic link, else the path itself.
  ///
  /// The target need not exist.
  func resolved() throws(FileError.Reason) -> FilePath {
    var path = self
    // As many links as the system itself follows.
    for _ in 0..<40 {
      guard let target = path.target() else { return path }
      path = try FilePath(target.hasPrefix("/") ? target : path.sibling(target))
    }
    throw .system(ELOOP)
  }

  /// The mode of the regular file there; nil if it is missing.
  ///
  /// - Throws: ``FileError/Reason/notRegular`` for anything else.
  func mode() throws(FileError.Reason) -> UInt32? {
    var status = stat()
    guard unsafe lstat(text, &status) == 0 else {
      let code = errno
      guard code == ENOENT else { throw .system(code) }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    return status.st_mode & 0o777
  }

  /// The text of the symbolic link there; nil if there is no link.
  private func target() -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(text, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(
      decoding: bytes[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self
    )
  }
}
