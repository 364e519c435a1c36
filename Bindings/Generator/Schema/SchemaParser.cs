namespace Torchlight.Generator.Schema;

/// <summary>
/// Parses the schema language that libtorch's dispatcher prints:
/// <c>ns::name.overload(Type name=default, *, Type name) -> (Type name, Type)</c>.
/// </summary>
internal static class SchemaParser
{
    private static readonly HashSet<string> Generic = ["Dict", "Tuple", "Union", "Future", "Await", "RRef", "List", "Optional"];

    /// <exception cref="SchemaFormatException">The line is not a schema.</exception>
    public static FunctionSchema Parse(string line)
    {
        var reader = new SchemaReader(line);
        string ns = reader.Name();
        reader.Expect("::");
        string name = reader.Name();
        string overload = reader.Take(".") ? reader.Name() : string.Empty;
        List<SchemaArgument> arguments = Arguments(reader);
        reader.Expect("->");
        List<SchemaArgument> returns = Returns(reader);
        if (!reader.AtEnd)
        {
            throw reader.Error("the end of the line expected");
        }

        return new FunctionSchema(ns, name, overload, arguments, returns, line);
    }

    /// <summary>A type alone, as in <c>Tensor?[]</c>.</summary>
    public static SchemaType ParseType(string text) => Type(new SchemaReader(text)).Type;

    private static List<SchemaArgument> Arguments(SchemaReader reader)
    {
        var arguments = new List<SchemaArgument>();
        bool keywordOnly = false;
        reader.Expect("(");
        while (!reader.Take(")"))
        {
            if (reader.Take("*"))
            {
                keywordOnly = true;
            }
            else
            {
                (SchemaType type, AliasInfo? alias) = Type(reader);
                string name = reader.Name();
                SchemaLiteral? value = reader.Take("=") ? Literal(reader) : null;
                arguments.Add(new SchemaArgument(name, type, alias, value, keywordOnly));
            }

            if (!reader.Take(",") && !reader.Sees(")"))
            {
                throw reader.Error("',' or ')' expected");
            }
        }

        return arguments;
    }

    private static List<SchemaArgument> Returns(SchemaReader reader)
    {
        if (!reader.Take("("))
        {
            return [Return(reader)];
        }

        var returns = new List<SchemaArgument>();
        while (!reader.Take(")"))
        {
            returns.Add(Return(reader));
            if (!reader.Take(",") && !reader.Sees(")"))
            {
                throw reader.Error("',' or ')' expected");
            }
        }

        return returns;
    }

    private static SchemaArgument Return(SchemaReader reader)
    {
        (SchemaType type, AliasInfo? alias) = Type(reader);
        return new SchemaArgument(reader.SeesName() ? reader.Name() : string.Empty, type, alias, null, false);
    }

    private static (SchemaType Type, AliasInfo? Alias) Type(SchemaReader reader)
    {
        string name = reader.Name(dotted: true);
        AliasInfo? alias = null;
        SchemaType type;
        if (Generic.Contains(name) && reader.Take("("))
        {
            var arguments = new List<SchemaType>();
            do
            {
                arguments.Add(Type(reader).Type);
            }
            while (reader.Take(","));
            reader.Expect(")");
            type = new NamedType(name, [.. arguments]);
        }
        else
        {
            type = new NamedType(name);
            alias = Alias(reader);
        }

        while (true)
        {
            if (reader.Take("?"))
            {
                type = new OptionalType(type);
            }
            else if (reader.Take("["))
            {
                int? size = reader.Sees("]") ? null : Size(reader);
                reader.Expect("]");
                type = new ListType(type, size);
            }
            else
            {
                return (type, alias);
            }

            alias ??= Alias(reader);
        }
    }

    private static int Size(SchemaReader reader) =>
        reader.Number() is IntLiteral { Value: > 0 and < 1000 } size ? (int)size.Value : throw reader.Error("a list's length expected");

    private static AliasInfo? Alias(SchemaReader reader)
    {
        if (!reader.Take("("))
        {
            return null;
        }

        string before = AliasSet(reader);
        bool isWrite = reader.Take("!");
        string after = reader.Take("->") ? AliasSet(reader) : before;
        reader.Expect(")");
        return new AliasInfo(before, after, isWrite);
    }

    private static string AliasSet(SchemaReader reader)
    {
        var names = new List<string>();
        do
        {
            names.Add(reader.Take("*") ? "*" : reader.Name());
        }
        while (reader.Take("|"));
        return string.Join('|', names);
    }

    private static SchemaLiteral Literal(SchemaReader reader)
    {
        if (reader.Sees("\"") || reader.Sees("'"))
        {
            return new StringLiteral(reader.Quoted());
        }

        if (reader.Take("["))
        {
            var items = new List<SchemaLiteral>();
            while (!reader.Take("]"))
            {
                items.Add(Literal(reader));
                if (!reader.Take(",") && !reader.Sees("]"))
                {
                    throw reader.Error("',' or ']' expected");
                }
            }

            return new ListLiteral(items);
        }

        if (!reader.SeesName() || reader.Sees("inf") || reader.Sees("nan"))
        {
            return reader.Number();
        }

        return reader.Name() switch
        {
            "None" => new NoneLiteral(),
            "True" => new BoolLiteral(true),
            "False" => new BoolLiteral(false),
            var name => new NameLiteral(name),
        };
    }
}
