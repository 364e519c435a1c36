using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Architecture.Tests;

/// <summary>What the pages say must hold: the code on them compiles, the files they name are there.</summary>
public partial class DocumentationTests
{
    public static TheoryData<string> Pages { get; } = [.. Repository.Files(".", ".md").Select(Repository.Relative)];

    /// <summary>Every piece of C#: its page and its place on it.</summary>
    public static IEnumerable<object[]> Programs =>
        from page in Repository.Files(".", ".md")
        from number in Enumerable.Range(0, CodeBlock().Count(File.ReadAllText(page)))
        select new object[] { Repository.Relative(page), number };

    [Fact]
    public void The_readme_shows_a_program() => Assert.Contains(Programs, program => program is ["README.md", 0]);

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_code_on_a_page_compiles(string page, int number)
    {
        var script = CodeBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))[number].Groups["code"].Value;
        const string ImplicitUsings = "global using System; global using System.Linq; global using System.Collections.Generic; global using System.IO;";
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Page",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(script)],
            assemblies.Select(assembly => MetadataReference.CreateFromFile(assembly)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        Offenders.AssertNone(compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_of_the_repository_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var broken = Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0])));

        Offenders.AssertNone(broken);
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
