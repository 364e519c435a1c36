using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp;

/// <summary>
/// Looks the source of a TorchScript archive over for what libtorch follows without a look: the names of hooks, which have to be methods, and what a
/// class assigns, which has to have a type.
/// </summary>
internal static partial class ScriptSource
{
    // What a class may assign without a type.
    private static readonly string[] Lists = ["__parameters__", "__buffers__", "__annotations__", "__forward_hooks__", "__forward_pre_hooks__"];

    /// <summary>Checks one file of source.</summary>
    /// <exception cref="TorchFileFormatException">A class names a hook that it does not have, or assigns what libtorch does not know.</exception>
    internal static void Check(string name, byte[] utf8)
    {
        var classes = Definitions().Split(Encoding.UTF8.GetString(utf8)).Where(text => text.StartsWith("class ", StringComparison.Ordinal));
        foreach (var text in classes.Where(text => !Enumeration().IsMatch(text)))
        {
            if (Assigned().Matches(text).Select(found => found.Groups[1].Value).FirstOrDefault(target => !Lists.Contains(target)) is { } unknown)
            {
                throw new TorchFileFormatException($"{name}: a class assigns '{unknown}' and does not say of what type it is");
            }

            var methods = Methods().Matches(text).Select(found => found.Groups[1].Value).ToHashSet();
            var hooks = Hooks().Matches(text).SelectMany(found => Names().Matches(found.Groups[1].Value)).Select(found => found.Groups[1].Value);
            if (hooks.FirstOrDefault(hook => !methods.Contains(hook)) is { } missing)
            {
                throw new TorchFileFormatException($"{name}: a class names a hook '{missing}' and has no such method");
            }
        }
    }

    [GeneratedRegex("""^(?=\S)""", RegexOptions.Multiline)]
    private static partial Regex Definitions();

    [GeneratedRegex("""^[^\n]*\(Enum\)""")]
    private static partial Regex Enumeration();

    [GeneratedRegex("""^ {1,3}([^\s:=\[(]+) *=(?!=)""", RegexOptions.Multiline)]
    private static partial Regex Assigned();

    [GeneratedRegex("""^\s+def ([^\s(]+)""", RegexOptions.Multiline)]
    private static partial Regex Methods();

    [GeneratedRegex("""__forward_(?:pre_)?hooks__\s*=\s*\[([^\]]*)""")]
    private static partial Regex Hooks();

    [GeneratedRegex("""["']([^"']*)["']""")]
    private static partial Regex Names();
}
