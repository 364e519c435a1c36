using System.Diagnostics;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

public class AtomicFileTests
{
    [Fact]
    public void The_file_appears_whole_and_alone()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.WriteAllText(folder.File("a.txt"), "first");
        AtomicFile.WriteAllText(folder.File("a.txt"), "second");

        Assert.Equal("second", File.ReadAllText(folder.File("a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_writer_that_fails_half_way_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.WriteAllText(folder.File("a.txt"), "old");

        Assert.Throws<IOException>(() => AtomicFile.Write(folder.File("a.txt"), stream =>
        {
            stream.Write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        Assert.Equal("old", File.ReadAllText(folder.File("a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_file_that_never_was_stays_away_when_its_writer_fails()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<ArgumentException>(() => serialization.save(new List<object?> { zeros(1000), new object() }, folder.File("a.pt")));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_missing_folder_is_said_so()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.WriteAllText(Path.Combine(folder.Path, "no", "a.txt"), ""));
    }

    [FullDiskFact]
    public void A_full_disk_is_an_error_and_the_old_checkpoint_stays()
    {
        using var folder = new TemporaryFolder();
        Mount($"mount -t tmpfs -o size=1m tmpfs {folder.Path}");
        try
        {
            using var scope = NewDisposeScope();
            serialization.save(zeros(1000), folder.File("model.pt"));
            var before = File.ReadAllBytes(folder.File("model.pt"));

            Assert.Throws<IOException>(() => serialization.save(zeros(1_000_000), folder.File("model.pt")));
            Assert.Equal(before, File.ReadAllBytes(folder.File("model.pt")));
            Assert.Single(Directory.GetFileSystemEntries(folder.Path));
        }
        finally
        {
            Mount($"umount {folder.Path}");
        }
    }

    private static void Mount(string command)
    {
        using var process = Process.Start("/bin/sh", ["-c", command]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Needs a file system of its own, which only root may mount.</summary>
    private sealed class FullDiskFactAttribute : FactAttribute
    {
        public FullDiskFactAttribute()
        {
            if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !CanMount())
            {
                Skip = "needs root and a kernel that lets it mount a tmpfs";
            }
        }

        private static bool CanMount()
        {
            using var folder = new TemporaryFolder();
            using var process = Process.Start(new ProcessStartInfo("/bin/sh",
                ["-c", $"mount -t tmpfs -o size=1m tmpfs {folder.Path} && umount {folder.Path}"])
            {
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
