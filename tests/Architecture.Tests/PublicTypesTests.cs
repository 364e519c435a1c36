using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests;

/// <summary>One public type to a file, and the file is named for it.</summary>
public class PublicTypesTests
{
    private static readonly (string File, string[] Types)[] Declarations = [.. Repository.Libraries
        .SelectMany(folder => Repository.Files(folder, ".cs"))
        .Where(file => !Repository.IsGenerated(file))
        .Select(file => (file, PublicTypes(file)))];

    [Fact]
    public void A_file_declares_at_most_one_public_type()
    {
        var crowded = Declarations
            .Where(entry => entry.Types.Length > 1)
            .Select(entry => $"{Repository.Relative(entry.File)}: {string.Join(", ", entry.Types)}");

        Offenders.AssertNone(crowded);
    }

    [Fact]
    public void A_file_that_declares_a_public_type_is_named_for_it()
    {
        var misnamed = Declarations
            .Where(entry => entry.Types.Length == 1 && !Path.GetFileName(entry.File).Split('.', '{').Contains(entry.Types[0]))
            .Select(entry => $"{Repository.Relative(entry.File)}: {entry.Types[0]}");

        Offenders.AssertNone(misnamed);
    }

    [Theory]
    [InlineData("public class A { public class Nested { } }", "A")]
    [InlineData("public static partial class torch { public static partial class nn { public class Linear { } } }", "Linear")]
    [InlineData("public static partial class torch { public static int f() => 1; }", "")]
    [InlineData("public class A { } public enum B { X }", "A,B")]
    [InlineData("public class Module<T> { } public class Module<T, U> { }", "Module")]
    [InlineData("internal class A { } public delegate void D();", "D")]
    public void Types_are_counted_as_a_reader_would(string source, string expected) =>
        Assert.Equal(expected, string.Join(',', PublicTypesIn(source)));

    private static string[] PublicTypes(string file) => PublicTypesIn(File.ReadAllText(file));

    private static string[] PublicTypesIn(string source) =>
        [.. TypesIn(CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().Members).Distinct()];

    // Static partial classes are the shelves that Python's modules become (torch, torch.nn, torchvision): what stands on them counts,
    // they do not. What is nested in any other type belongs to that type. Overloads by number of type parameters are one name.
    private static IEnumerable<string> TypesIn(IEnumerable<MemberDeclarationSyntax> members) => members.SelectMany(member => member switch
    {
        BaseNamespaceDeclarationSyntax space => TypesIn(space.Members),
        ClassDeclarationSyntax shelf when Has(shelf, SyntaxKind.StaticKeyword) && Has(shelf, SyntaxKind.PartialKeyword) => TypesIn(shelf.Members),
        BaseTypeDeclarationSyntax type when Has(type, SyntaxKind.PublicKeyword) => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type when Has(type, SyntaxKind.PublicKeyword) => [type.Identifier.ValueText],
        _ => Enumerable.Empty<string>(),
    });

    private static bool Has(MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);
}
