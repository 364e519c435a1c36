using System.Text;
using Reporting;
using SentimentAnalysis.Sentences;
using TorchSharp;
using TorchSharp.Modules;

namespace SentimentAnalysis.Training;

/// <summary>Finds the texts and their classes, whatever form they lie in.</summary>
internal static class Texts
{
    private const int MadeCount = 4000;
    private const int FewestTexts = 10;
    private const string TextColumn = "text";
    private const string LabelColumn = "label";

    /// <summary>The encodings that <c>--encoding</c> knows.</summary>
    public static IReadOnlyCollection<string> Encodings { get; } = ["utf-8", "latin-1"];

    /// <summary>Reads the texts of <c>--data</c>, or makes sentences where there is none.</summary>
    /// <exception cref="DemoException">Says what is missing, or which file is malformed and where.</exception>
    public static LabelledText Open(Settings settings)
    {
        if (settings.Data is not { } path)
        {
            return MadeSentences.Make(MadeCount, settings.Seed);
        }

        try
        {
            return Checked(Read(path, settings.Encoding), path);
        }
        catch (TextFileException problem)
        {
            var hint = settings.Encoding == "utf-8" ? " (Texts in Latin-1 take --encoding latin-1.)" : "";
            throw new DemoException(problem.Message + hint, problem);
        }
    }

    private static LabelledText Read(string path, string encodingName)
    {
        var encoding = encodingName == "latin-1" ? Encoding.Latin1 : Encoding.UTF8;
        if (File.Exists(path))
        {
            return Records(path, encoding);
        }

        if (!Directory.Exists(path))
        {
            throw new DemoException($"There is no {path}. --data takes a folder with a folder or a file of texts per class, or a CSV or TSV file.");
        }

        // A file is read when its text is asked for: mistakes are to show before anything is trained.
        return Directory.EnumerateDirectories(path).Any()
            ? InMemory(torchtext.datasets.TextFolder(path, encoding: encoding))
            : torchtext.datasets.ClassFiles(path, encoding);
    }

    private static LabelledTextList InMemory(LabelledText texts)
    {
        var samples = new (long label, string text)[texts.Count];
        Work.ForEach("reading texts", samples.Length, i => samples[i] = texts.GetTensor(i));
        return new LabelledTextList(samples, texts.classes);
    }

    private static LabelledTextList Records(string path, Encoding encoding)
    {
        var records = torchtext.datasets.TextFile(path, header: true, encoding: encoding);
        return records.columns!.Contains(TextColumn) && records.columns!.Contains(LabelColumn)
            ? records.labelled(TextColumn, LabelColumn)
            : throw new DemoException(
                $"{path} has the columns {string.Join(", ", records.columns!)}; its first line must name a column '{TextColumn}' and a column '{LabelColumn}'.");
    }

    private static LabelledText Checked(LabelledText texts, string path)
    {
        if (texts.classes.Count < 2)
        {
            throw new DemoException($"{path} holds {texts.classes.Count} class(es) of texts; there must be two at least to tell apart.");
        }

        for (var label = 0; label < texts.classes.Count; label++)
        {
            var count = texts.targets.Count(target => target == label);
            if (count < FewestTexts)
            {
                throw new DemoException($"The class '{texts.classes[label]}' of {path} has {count} text(s); it takes {FewestTexts} at least.");
            }
        }

        return texts;
    }
}
