using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Lightning.Cli;

/// <summary>What the compiler has written down of an assembly's documentation, in the file beside it; nothing where there is none.</summary>
internal sealed partial class XmlDocumentation
{
    private const string OptimizerFunctions = "M:TorchSharp.torch.optim.";

    private static readonly ConcurrentDictionary<string, XmlDocumentation> Files = new();

    private readonly List<(string Name, XElement Member)> _members = [];

    private XmlDocumentation(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        // Of a large file only what makes objects is of use here.
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (!reader.EOF)
            {
                if (reader is { NodeType: XmlNodeType.Element, Name: "member" } && reader.GetAttribute("name") is { } name
                    && (name.Contains(".#ctor", StringComparison.Ordinal) || name.StartsWith("T:", StringComparison.Ordinal) || name.StartsWith(OptimizerFunctions, StringComparison.Ordinal)))
                {
                    _members.Add((name, (XElement)XNode.ReadFrom(reader)));
                }
                else
                {
                    reader.Read();
                }
            }
        }
        catch (XmlException)
        {
            // Help without descriptions is better than none.
            _members.Clear();
        }
    }

    internal static XmlDocumentation Of(string assembly) =>
        Files.GetOrAdd(assembly, name => new XmlDocumentation(Path.Combine(AppContext.BaseDirectory, name + ".xml")));

    /// <summary>What is written of a parameter.</summary>
    /// <param name="member">The constructor or function, up to its parameters' types.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="all">The names of all its parameters, which tell overloads apart.</param>
    internal string? Parameter(string member, string parameter, IReadOnlyList<string> all)
    {
        var candidates = _members
            .Where(entry => entry.Name.StartsWith($"M:{member}(", StringComparison.Ordinal))
            .OrderByDescending(entry => all.SequenceEqual(entry.Member.Elements("param").Select(Name)));
        // The parameters of a primary constructor are described at the type.
        var type = _members.Where(entry => member.EndsWith(".#ctor", StringComparison.Ordinal) && entry.Name == $"T:{member[..^".#ctor".Length]}");
        return candidates.Concat(type)
            .Select(entry => entry.Member.Elements("param").FirstOrDefault(described => Name(described) == parameter))
            .FirstOrDefault(described => described is not null) is { } found ? Text(found) : null;
    }

    /// <summary>What is written of the class whose constructor this is, or of the function.</summary>
    internal string? Summary(string member)
    {
        var name = member.EndsWith(".#ctor", StringComparison.Ordinal) ? $"T:{member[..^".#ctor".Length]}" : $"M:{member}(";
        return _members.FirstOrDefault(entry => name[0] == 'T' ? entry.Name == name : entry.Name.StartsWith(name, StringComparison.Ordinal)).Member?.Element("summary") is { } summary
            ? Text(summary)
            : null;
    }

    private static string? Name(XElement parameter) => (string?)parameter.Attribute("name");

    private static string Text(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" } see => Reference(see),
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => Name(reference) ?? "",
        XElement { Name.LocalName: "para" } paragraph => $" {Text(paragraph)} ",
        XElement other => Text(other),
        _ => "",
    };

    private static string Reference(XElement see)
    {
        if (see.Value.Length > 0)
        {
            return see.Value;
        }

        var name = (string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? "";
        name = name.Split('(')[0];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
