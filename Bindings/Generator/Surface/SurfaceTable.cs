namespace Torchlight.Generator.Surface;

/// <summary>
/// Reads <c>surface.tsv</c>: class, C# declaration, and the expression that it stands for, in which <c>aten</c> is
/// <c>torch.ops.aten</c>. Lines that begin with # are comments.
/// </summary>
internal static class SurfaceTable
{
    /// <exception cref="FormatException">A row is malformed, or two rows declare the same member.</exception>
    public static IReadOnlyList<SurfaceMember> Parse(IEnumerable<string> lines)
    {
        var members = new List<SurfaceMember>();
        var seen = new HashSet<(string Class, string Identity)>();
        foreach (string line in lines.Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            string[] columns = line.Split('\t');
            if (columns.Length != 3)
            {
                throw new FormatException($"surface: a class, a declaration and an expression expected: {line}");
            }

            SurfaceMember member = Declaration(columns[0], columns[1], columns[2]);
            if (!seen.Add((member.Class, member.Identity)))
            {
                throw new FormatException($"surface: {member.Class}.{member.Identity} is declared twice");
            }

            members.Add(member);
        }

        return members;
    }

    private static SurfaceMember Declaration(string type, string declaration, string expression)
    {
        string attributes = string.Empty;
        if (declaration.StartsWith('['))
        {
            int end = declaration.IndexOf("] ", StringComparison.Ordinal) + 1;
            (attributes, declaration) = (declaration[..end], declaration[(end + 1)..]);
        }

        // A tuple is a type with parentheses and spaces of its own.
        int afterType = declaration.StartsWith('(')
            ? declaration.IndexOf(' ', Closing(declaration))
            : declaration.IndexOf(' ', StringComparison.Ordinal);
        if (afterType < 0)
        {
            throw new FormatException($"surface: no declaration: {declaration}");
        }

        string rest = declaration[(afterType + 1)..];
        int open = rest.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0 && !rest.EndsWith(')'))
        {
            throw new FormatException($"surface: no closing parenthesis: {declaration}");
        }

        return new SurfaceMember(
            type, attributes, declaration[..afterType], open < 0 ? rest : rest[..open], open < 0 ? null : rest[(open + 1)..^1], expression);
    }

    private static int Closing(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"surface: no closing parenthesis: {text}");
    }
}
