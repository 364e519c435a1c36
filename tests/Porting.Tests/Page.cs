using System.Text.RegularExpressions;

namespace Porting.Tests;

/// <summary>A page on porting: its pieces of Python and of C#, in their order.</summary>
internal sealed partial class Page
{
    private Page(string text)
    {
        Python = Blocks(text, "python");
        CSharp = Blocks(text, "csharp");
    }

    /// <summary>The names of the pages with one script each.</summary>
    public static IEnumerable<string> Scripts { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "porting"), "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The pieces of Python.</summary>
    public IReadOnlyList<string> Python { get; }

    /// <summary>The pieces of C#.</summary>
    public IReadOnlyList<string> CSharp { get; }

    /// <summary>The page of rules.</summary>
    public static Page Rules => new(RulesText);

    /// <summary>The text of the page of rules.</summary>
    public static string RulesText => File.ReadAllText(Path.Combine(Repository.Root, "docs", "porting-from-python.md"));

    /// <summary>A page with one script.</summary>
    public static Page Of(string name) => new(File.ReadAllText(Path.Combine(Repository.Root, "docs", "porting", $"{name}.md")));

    private static string[] Blocks(string text, string language) =>
        [.. Block().Matches(text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex(@"```(?<language>\w+)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
