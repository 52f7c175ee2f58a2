internal import Glibc

/// A folder of files.
package struct Folder: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// Creates the folder and those above it, unless they are there already.
  ///
  /// - Parameter waits: Whether to wait until the names are on the disk. Not
  ///   needed before a file is written beside it, which waits for all names.
  /// - Complexity: O(*n*) in the number of folders above.
  package func create(waits: Bool = true) throws(FileError) {
    do throws(FileError.Reason) {
      try create(path, waits: waits)
    } catch {
      throw FileError(.create, path, error)
    }
  }

  private func create(
    _ path: String, waits: Bool
  ) throws(FileError.Reason) {
    guard !path.utf8.contains(0) else { throw .system(EINVAL) }
    do throws(FileError.Reason) {
      try make(path, waits: waits)
    } catch .system(ENOENT) where !path.isEmpty {
      try create(parent(of: path), waits: waits)
      try make(path, waits: waits)
    }
  }

  /// Makes one folder, unless another process has just made it.
  private func make(_ path: String, waits: Bool) throws(FileError.Reason) {
    if unsafe mkdir(path, 0o777) == 0 {
      return waits ? try synchronize(above: path) : ()
    }
    guard errno == EEXIST else { throw .system(errno) }
    var status = stat()
    try check(unsafe stat(path, &status))
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .system(ENOTDIR) }
  }

  /// Waits until the name of a new folder is on the disk.
  private func synchronize(above path: String) throws(FileError.Reason) {
    let parent = parent(of: path)
    try Descriptor(
      opening: parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY,
      through: .real
    ).synchronizeFolder()
  }

  /// The path of the folder above; empty for a name alone.
  private func parent(of path: String) -> String {
    let slash = UInt8(ascii: "/")
    let bytes = Array(path.utf8)
    guard let end = bytes.lastIndex(where: { $0 != slash }),
      let cut = bytes[..<end].lastIndex(of: slash)
    else { return "" }
    return String(decoding: bytes[...cut], as: UTF8.self)
  }

  /// The names in the folder, ascending by their bytes.
  ///
  /// - Parameter substitute: The names in a missing folder; nil throws.
  /// - Complexity: O(*n* log *n*) in the number of names.
  package func names(
    ifMissing substitute: [String]? = nil
  ) throws(FileError) -> [String] {
    var entries: UnsafeMutablePointer<UnsafeMutablePointer<dirent>?>?
    let count = unsafe scandir(path, &entries, nil, nil)
    guard count >= 0 else {
      if errno == ENOENT, let substitute { return substitute }
      throw FileError(.list, path, .system(errno))
    }
    defer { unsafe free(entries) }
    let list = unsafe UnsafeBufferPointer(start: entries, count: Int(count))
    let names = unsafe list.compactMap { entry -> String? in
      defer { unsafe free(entry) }
      // By its address: an entry is allocated no longer than its name, so that
      // to copy the whole field would read beyond it.
      return unsafe entry?.pointer(to: \.d_name).map {
        unsafe String(
          cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)
        )
      }
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Removes the temporary files of killed saves, and returns their names.
  ///
  /// The temporary file of a save in progress is kept, as are files that cannot
  /// be opened or removed or are not regular.
  ///
  /// - Complexity: O(*n* log *n*) in the number of names in the folder.
  @discardableResult
  package func removeLeftovers() throws(FileError) -> [String] {
    var removed: [String] = []
    for name in try names() where TemporaryFile.isName(name) {
      let file = path + "/" + name
      // A file that cannot be opened belongs to someone else or is gone.
      guard
        let descriptor = try? Descriptor(
          opening: file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, through: .real
        ),
        (try? descriptor.regularFile()) != nil,
        (try? descriptor.lock()) != nil
      else {
        continue
      }
      if unsafe unlink(file) == 0 { removed.append(name) }
    }
    return removed
  }

  /// Whether a file of this name belongs to a save in progress or a killed one.
  package static func isTemporary(_ name: String) -> Bool {
    TemporaryFile.isName(name)
  }
}
