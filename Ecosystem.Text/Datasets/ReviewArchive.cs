using System.Formats.Tar;

namespace TorchSharp;

/// <summary>The archive of IMDB's reviews, each a file of its own: made into one file for each class.</summary>
internal static class ReviewArchive
{
    private const int LongestReview = 1 << 24;

    /// <summary>Writes the reviews of one part of the set.</summary>
    /// <param name="archive">The archive: <c>aclImdb/train/neg/12416_3.txt</c> and so on.</param>
    /// <param name="split">The part.</param>
    /// <param name="folder">Gets the files <c>neg</c> and <c>pos</c>; appears only when they are whole.</param>
    /// <exception cref="ArchiveException">The archive is damaged, or holds no such reviews.</exception>
    public static void Unpack(string archive, string split, string folder)
    {
        var aside = folder + ".unpacking";
        Directory.CreateDirectory(aside);
        var counts = new Dictionary<string, int> { ["neg"] = 0, ["pos"] = 0 };
        var files = counts.Keys.ToDictionary(name => name, name => new FileStream(Path.Combine(aside, name), FileMode.Create));
        try
        {
            foreach (var (name, review) in Reviews(archive, split))
            {
                if (counts[name]++ > 0)
                {
                    files[name].WriteByte((byte)'\n');
                }
                files[name].Write(review);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or FormatException and not ArchiveException
            or InvalidOperationException)
        {
            throw new ArchiveException(archive, null, $"the archive is cut short or damaged ({problem.Message}). Delete and get it again.", problem);
        }
        finally
        {
            foreach (var file in files.Values)
            {
                file.Dispose();
            }
        }
        if (counts.ContainsValue(0))
        {
            throw new ArchiveException(archive, null, $"it holds {counts["neg"]} negative and {counts["pos"]} positive reviews in {split}.");
        }
        Directory.Move(aside, folder);
    }

    private static IEnumerable<(string Class, byte[] Review)> Reviews(string archive, string split)
    {
        using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var gzip = new CheckedGzipStream(file);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && entry.Name.Split('/') is [.., var part, "neg" or "pos", _] parts && part == split)
            {
                yield return (parts[^2], OneLine(archive, entry.Name, data));
            }
        }
    }

    // A review without its line ends, which would part it in two.
    private static byte[] OneLine(string archive, string entry, Stream data)
    {
        using var review = new MemoryStream();
        var buffer = new byte[1 << 14];
        int read;
        while ((read = data.Read(buffer)) > 0)
        {
            if (review.Length + read > LongestReview)
            {
                throw new ArchiveException(archive, entry, $"a review is longer than {LongestReview} bytes.");
            }
            review.Write(buffer, 0, read);
        }
        var text = review.ToArray().AsSpan().TrimEnd("\r\n"u8);
        return [.. text];
    }
}
