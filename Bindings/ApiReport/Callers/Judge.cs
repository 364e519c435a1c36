using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Callers;

/// <summary>Lets the C# compiler judge: the callers of every listed signature are compiled against our libraries.</summary>
internal sealed class Judge
{
    private const int ProgramsInAFile = 400;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using TorchSharp;
        using TorchSharp.Modules;

        """;

    // Of a class that derives for the sake of a call: that its base class cannot be made without arguments is no fault of the call.
    private static readonly HashSet<string> AboutBaseConstructors = ["CS7036", "CS1729", "CS0122", "CS0121"];

    private readonly CSharpCompilation libraries;
    private readonly NameScope scope;
    private readonly CallerWriter writer;

    /// <param name="references">Our libraries and what they stand on.</param>
    /// <param name="lists">The peer's surface.</param>
    public Judge(IEnumerable<MetadataReference> references, PeerLists lists)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
        // The libraries' and tests' callers do without the namespaces that a fixture has not got.
        libraries = CSharpCompilation.Create("Callers", [Parse("namespace TorchSharp { } namespace TorchSharp.Modules { }")], references, options);
        Ours = new OurTypes(libraries);
        scope = new NameScope(lists.Signatures.Select(signature => signature.Type).Distinct(), Ours);
        writer = new CallerWriter(scope, Ours);
    }

    public OurTypes Ours { get; }

    public Compilation Libraries => libraries;

    /// <summary>The types of the lists by their paths.</summary>
    public IReadOnlyDictionary<string, ListedType> Types => scope.ByPath;

    public IReadOnlyList<Verdict> Try(IReadOnlyList<ListedSignature> signatures)
    {
        var programs = new List<(int Signature, string Source)>();
        var problems = new string?[signatures.Count];
        for (var number = 0; number < signatures.Count; number++)
        {
            problems[number] = Prepare(signatures[number], number, programs);
        }

        string?[] errors = Compile([.. programs.Select(program => program.Source)]);
        foreach (var group in programs.Zip(errors).GroupBy(pair => pair.First.Signature))
        {
            problems[group.Key] = group.Any(pair => pair.Second is null) ? null : group.First().Second;
        }

        return [.. signatures.Zip(problems, (signature, problem) => new Verdict(signature, problem))];
    }

    private string? Prepare(ListedSignature signature, int number, List<(int Signature, string Source)> programs)
    {
        INamedTypeSymbol? type = Ours.Find(scope.ByPath[signature.Type]);
        // An extension method is called without naming the class that holds it.
        if (type is null && signature.Kind != "extension method")
        {
            return $"there is no type {signature.Type}";
        }

        if (signature.Kind == "type" && WrongKind(signature.TypeKind, type!) is { } wrong)
        {
            return wrong;
        }

        try
        {
            IReadOnlyList<string> sources = writer.Write(signature);
            programs.AddRange(sources.Select(source => (number, source)));
            return sources.Count == 0 ? "C# has no syntax that calls it" : null;
        }
        catch (UnknownTypeException e)
        {
            return e.Message;
        }
    }

    private static string? WrongKind(string listed, INamedTypeSymbol type)
    {
        TypeKind? wanted = listed switch
        {
            "interface" => TypeKind.Interface,
            "enum" => TypeKind.Enum,
            "delegate" => TypeKind.Delegate,
            _ => null,
        };
        return wanted is null || type.TypeKind == wanted ? null : $"{type.ToDisplayString()} is a {type.TypeKind.ToString().ToLowerInvariant()}";
    }

    // Programs share files; an error belongs to the program in whose lines it lies.
    private string?[] Compile(string[] programs)
    {
        var errors = new string?[programs.Length];
        var trees = new List<SyntaxTree>();
        var firstLines = new Dictionary<SyntaxTree, (int Program, List<int> Lines)>();
        for (var start = 0; start < programs.Length; start += ProgramsInAFile)
        {
            var (tree, lines) = File(programs, start);
            trees.Add(tree);
            firstLines[tree] = (start, lines);
        }

        foreach (var error in libraries.AddSyntaxTrees(trees).GetDiagnostics().Where(IsError))
        {
            var (start, lines) = firstLines[error.Location.SourceTree!];
            var place = lines.BinarySearch(error.Location.GetLineSpan().StartLinePosition.Line);
            errors[start + (place >= 0 ? place : ~place - 1)] ??= $"{error.Id}: {error.GetMessage()}";
        }

        return errors;
    }

    private static (SyntaxTree Tree, List<int> Lines) File(string[] programs, int start)
    {
        var text = new StringBuilder(Usings);
        var line = Usings.Count(character => character == '\n');
        var lines = new List<int>();
        for (var number = start; number < Math.Min(start + ProgramsInAFile, programs.Length); number++)
        {
            lines.Add(line);
            var program = $"namespace Caller{number} {{\n{programs[number]}}}\n";
            text.Append(program);
            line += program.Count(character => character == '\n');
        }

        return (Parse(text.ToString()), lines);
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest));

    private static bool IsError(Diagnostic diagnostic)
    {
        if (diagnostic.Severity != DiagnosticSeverity.Error || diagnostic.Location.SourceTree is not { } tree)
        {
            return false;
        }

        return !AboutBaseConstructors.Contains(diagnostic.Id)
            || tree.GetRoot().FindNode(diagnostic.Location.SourceSpan) is not ClassDeclarationSyntax;
    }
}
