using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Callers;

/// <summary>Reads one signature of the lists and writes its types as C# source.</summary>
internal sealed class SignatureReader(string text, NameScope scope, ListedType place, string member)
{
    private readonly List<string> methodParameters = [];
    private int at;

    /// <summary>The method's own type parameters, in the order in which the signature names them.</summary>
    public IReadOnlyList<string> MethodParameters => methodParameters;

    public bool AtEnd => at >= text.Length;

    /// <summary>A type up to where it ends: tuples, type arguments, arrays, <c>?</c>.</summary>
    /// <exception cref="UnknownTypeException">No type bears a name that stands there.</exception>
    public string ReadType()
    {
        string type = Peek('(') ? $"({string.Join(", ", ReadList('(', ')'))})" : ReadNamed();
        while (!AtEnd)
        {
            if (text[at] == '?')
            {
                at++;
                type += "?";
            }
            else if (text[at] == '[' && at + 1 < text.Length && text[at + 1] is ']' or ',')
            {
                var close = text.IndexOf(']', at);
                type += text[at..(close + 1)];
                at = close + 1;
            }
            else
            {
                break;
            }
        }

        return type;
    }

    /// <summary>The parameters in round brackets: type, name and whether a default follows.</summary>
    public List<Parameter> ReadParameters()
    {
        var parameters = new List<Parameter>();
        Expect('(');
        while (!Peek(')'))
        {
            string type = ReadType();
            var byReference = Skip('&');
            Expect(' ');
            string name = ReadWord();
            var optional = Skip('=');
            if (optional)
            {
                SkipDefault();
            }

            parameters.Add(new Parameter(type, name, optional, byReference));
            if (Skip(','))
            {
                Skip(' ');
            }
        }

        Expect(')');
        return parameters;
    }

    /// <summary>The types in square brackets of an indexer.</summary>
    public List<string> ReadIndices() => ReadList('[', ']');

    private string ReadNamed()
    {
        string name = ReadWord();
        List<string> arguments = Peek('<') ? ReadList('<', '>') : [];
        if (scope.Resolve(name, arguments, place, member) is { } source)
        {
            return source;
        }

        if (arguments.Count > 0 || !LooksLikeTypeParameter(name))
        {
            throw new UnknownTypeException(name);
        }

        if (!methodParameters.Contains(name))
        {
            methodParameters.Add(name);
        }

        return name;
    }

    private static bool LooksLikeTypeParameter(string name) => name.Length == 1 || (name[0] == 'T' && (char.IsUpper(name[1]) || char.IsDigit(name[1])));

    private List<string> ReadList(char open, char close)
    {
        var items = new List<string>();
        Expect(open);
        do
        {
            Skip(' ');
            items.Add(ReadType());
        }
        while (Skip(','));
        Expect(close);
        return items;
    }

    private string ReadWord()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw Unreadable("a name");
    }

    // A default ends at the bracket that closes the list, or at a comma before the next parameter.
    private void SkipDefault()
    {
        var next = text.IndexOf(", ", at, StringComparison.Ordinal);
        at = next >= 0 ? next : text.LastIndexOf(')');
    }

    private bool Peek(char wanted) => at < text.Length && text[at] == wanted;

    private bool Skip(char wanted)
    {
        var here = Peek(wanted);
        at += here ? 1 : 0;
        return here;
    }

    private void Expect(char wanted)
    {
        if (!Skip(wanted))
        {
            throw Unreadable($"'{wanted}'");
        }
    }

    private InvalidDataException Unreadable(string wanted) => new($"signature '{text}' of {place.Path}: {wanted} is expected at position {at}");
}
