import Files
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@Suite struct FolderTests {
  @Test func `folders are created with those above`() throws {
    try inTemporaryFolder { root in
      for path in ["/a", "/a", "/b/c/d", "/b/c/e/", "/b//f", "/b/../g", ""] {
        try Folder(root + path).create()
      }
      #expect(try Folder(root).names() == ["a", "b", "g"])
      #expect(try Folder(root + "/b").names() == ["c", "f"])
      #expect(try Folder(root + "/b/c").names() == ["d", "e"])
    }
    try Folder(".").create()
    try Folder("/").create()
  }

  @Test func `a file in the way is an error`() throws {
    try inTemporaryFolder { root in
      try DurableFile(root + "/file").write([])
      expect("cannot create \(root)/file: Not a directory") {
        try Folder(root + "/file").create()
      }
      expect("cannot create \(root)/file/a/b: Not a directory") {
        try Folder(root + "/file/a/b").create()
      }
    }
    expect("cannot create a\0b: Invalid argument") {
      try Folder("a\0b").create()
    }
    expect("cannot create : No such file or directory") {
      try Folder("").create()
    }
    expect("cannot list none: No such file or directory") {
      _ = try Folder("none").names()
    }
  }

  @Test func `names are sorted by their bytes`() throws {
    try inTemporaryFolder { root in
      for name in ["b", "a10", "a9", "é", ".z", "B"] {
        try DurableFile(root + "/" + name).write([])
      }
      let names = [".z", "B", "a10", "a9", "b", "é"]
      #expect(try Folder(root).names() == names)
    }
  }

  @Test func `leftovers of a dead process are removed and nothing else`()
    throws
  {
    try inTemporaryFolder { root in
      let others = [
        ".policy.json.tmp-1", ".policy.json.tmp-1-", ".policy.json.tmp--1",
        ".policy.json.tmp-1-2-3", ".policy.json.tmp-1-2x", ".tmp-1-2",
        ".x.tmp-01-2", ".x.tmp-1-+2", ".xtmp-1-2", "policy.json",
        "policy.json.tmp-1-2",
      ]
      let leftovers = [
        ".a-b.tmp-1-2.tmp-3-4", ".p.tmp-\(getpid())-1", ".policy.json.tmp-1-2",
      ]
      let kept = others + [".folder.tmp-1-2", ".link.tmp-1-2"]
      // Not by a save, which locks its file: a child that another test starts
      // at that instant has the lock, too, until it runs its own program.
      for name in others + leftovers {
        #expect(
          FileManager.default.createFile(
            atPath: root + "/" + name,
            contents: nil))
      }
      try Folder(root + "/.folder.tmp-1-2").create()
      _ = unsafe symlink("policy.json", root + "/.link.tmp-1-2")
      #expect(try Folder(root).removeLeftovers() == leftovers)
      #expect(try Folder(root).names() == kept.sorted())
      #expect(try Folder(root).removeLeftovers().isEmpty)
    }
  }

  @Test func `the temporary file of a save that goes on is kept`() throws {
    try inTemporaryFolder { root in
      var calls = SystemCalls.real
      calls.rename = { old, new throws(FileError.Reason) in
        let names = try? Folder(root).names()
        #expect(names == [".policy.json.tmp-\(getpid())-1"])
        #expect((try? Folder(root).removeLeftovers()) == [])
        try SystemCalls.real.rename(old, new)
      }
      try DurableFile(root + "/policy.json", calls: calls).write([1])
      #expect(try Folder(root).names() == ["policy.json"])
    }
  }

  @Test func `a save is safe from a clean-up before it has its lock`() throws {
    try inTemporaryFolder { root in
      let removed = Mutex<[String]>([])
      var calls = SystemCalls.real
      calls.open = { path, flags, mode throws(FileError.Reason) in
        let file = try SystemCalls.real.open(path, flags, mode)
        if flags & O_CREAT != 0, removed.withLock({ $0.isEmpty }) {
          let names = (try? Folder(root).removeLeftovers()) ?? []
          removed.withLock { $0 = names }
        }
        return file
      }
      try DurableFile(root + "/policy.json", calls: calls).write([1])
      #expect(removed.withLock { $0 } == [".policy.json.tmp-\(getpid())-1"])
      #expect(try Folder(root).names() == ["policy.json"])
    }
  }

  @Test func `a leftover of the same process number is in nobody's way`()
    throws
  {
    try inTemporaryFolder { root in
      let leftover = ".policy.json.tmp-\(getpid())-1"
      try DurableFile(root + "/" + leftover).write([])
      try DurableFile(root + "/policy.json").write([1])
      #expect(try Folder(root).names() == [leftover, "policy.json"])
    }
  }
}
