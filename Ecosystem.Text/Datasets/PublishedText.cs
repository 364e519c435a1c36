using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>What the published data sets have in common: where their files lie, and how their fields are read.</summary>
internal static class PublishedText
{
    /// <summary>The folder of a data set: Python's.</summary>
    /// <param name="root">The folder of all data sets; torchtext's cache folder if null.</param>
    /// <param name="name">The data set.</param>
    public static string Folder(string? root, string name) => Path.Combine(root ?? torchtext.utils.CacheFolder, "datasets", name);

    /// <summary>Checks the name of a part of a data set.</summary>
    public static void RequireSplit(string split, params ReadOnlySpan<string> known)
    {
        ArgumentNullException.ThrowIfNull(split);
        if (!known.Contains(split))
        {
            throw new ArgumentException($"There is no split \"{split}\"; there are {string.Join(", ", known.ToArray().Select(name => $"\"{name}\""))}.", nameof(split));
        }
    }

    /// <summary>Downloads a file unless it is there.</summary>
    public static void Require(string path, string url, string md5)
    {
        if (!File.Exists(path))
        {
            torchtext.utils.download_from_url(url, path, hash_value: md5, hash_type: "md5");
        }
    }

    /// <summary>The records of a UTF-8 file, each with its line.</summary>
    public static IEnumerable<(string[] Fields, long Line)> Records(string path, char delimiter)
    {
        using var records = new DelimitedRecords(path, TextDecoding.Create(null, "strict"), delimiter, '"');
        while (records.Read() is { } fields)
        {
            yield return (fields, records.Line);
        }
    }

    /// <summary>The label in a field.</summary>
    /// <exception cref="TextFileException">It is no whole number from <paramref name="first"/> to <paramref name="last"/>.</exception>
    public static long Label(string field, long first, long last, string path, long line) =>
        long.TryParse(PythonText.Strip(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var label) && label >= first && label <= last
            ? label
            : throw new TextFileException(path, line, $"\"{field}\" is no label: those are {first} to {last}.");

    /// <summary>A field of a record.</summary>
    /// <exception cref="TextFileException">The record has too few.</exception>
    public static string Field(string[] fields, int index, string path, long line) => index < fields.Length
        ? fields[index]
        : throw new TextFileException(path, line, $"the record has {fields.Length} field(s) and should have {index + 1} at least.");
}
