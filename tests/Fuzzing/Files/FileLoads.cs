using System.Runtime.InteropServices;
using TorchSharp;

namespace Fuzzing.Files;

/// <summary>Damaged files, which load or are refused by an exception that says so, and never ask for more memory than a file of their size is worth.</summary>
/// <param name="calls">Files in all, at least; spread over the formats.</param>
/// <param name="seed">Decides the damage.</param>
/// <param name="only">The one file to damage; all if null.</param>
internal sealed class FileLoads(int calls, int seed, string? only) : IFuzzed
{
    // What a load may allocate; the files are some kilobytes, and libtorch's tables for a program are a few megabytes.
    private const long AllowedBytes = 64 << 20;

    private readonly FileFormat[] files = [.. FileFormats.All().Where(file => only is null || file.Name == only)];
    private readonly string folder = Directory.CreateTempSubdirectory("damaged").FullName;

    /// <inheritdoc/>
    public int Count => files.Length;

    /// <inheritdoc/>
    public int Each => (calls + files.Length - 1) / Math.Max(files.Length, 1);

    /// <inheritdoc/>
    public IEnumerable<string> Words => ["files", "--calls", $"{calls}", "--seed", $"{seed}", .. only is null ? (string[])[] : ["--only", only]];

    /// <inheritdoc/>
    public string Name(int index, int number) => $"{files[index].Name} (--only {files[index].Name} --calls {number + 1} --seed {seed})";

    /// <inheritdoc/>
    public string Describe(int index, int number)
    {
        var kept = Path.Combine(folder, $"{number}-{files[index].Name}");
        File.WriteAllBytes(kept, Damage.Of(files[index], SeedOf(index, number)));
        return $"kept as {kept}";
    }

    /// <inheritdoc/>
    public void Call(int index, int number)
    {
        // Beside the others, so that what climbs out of its archive would be seen.
        var path = Path.Combine(folder, "damaged", files[index].Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Damage.Of(files[index], SeedOf(index, number)));
        var before = GC.GetAllocatedBytesForCurrentThread() + PeakBytes();
        try
        {
            files[index].Load(path);
        }
        finally
        {
            var taken = GC.GetAllocatedBytesForCurrentThread() + PeakBytes() - before;
            File.Delete(path);
            if (taken > AllowedBytes)
            {
                throw new InvalidOperationException($"{taken >> 20} MB were taken for a file of {files[index].Whole.Length >> 10} KB");
            }

            if (Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Count() > 1)
            {
                throw new InvalidOperationException("files were written while this one was read");
            }
        }
    }

    /// <inheritdoc/>
    public bool Tells(Exception problem) => problem is InvalidDataException or TorchFileFormatException or StateDictException or NotSupportedException;

    private int SeedOf(int index, int number) => Worker.Seed(seed, files[index].Name, number);

    // The most memory that this process ever had resident.
    private static long PeakBytes()
    {
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }
}
