using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>What printing shows between the parentheses of this module; Python's <c>extra_repr</c>. Several lines are allowed.</summary>
            protected virtual string extra_repr() => "";

            /// <summary>The module tree as Python prints it.</summary>
            public override string ToString()
            {
                var extra = extra_repr();
                var lines = extra.Length == 0 ? [] : extra.Split('\n').ToList();
                if (_internal_submodules.Count == 0 && lines.Count <= 1)
                {
                    return $"{TypeName}({extra})";
                }

                lines.AddRange(_internal_submodules.Select<(string name, Module module), string>(child =>
                    $"({child.name}): {Indent(child.module.ToString())}"));
                var text = new StringBuilder(TypeName).Append('(');
                foreach (var line in lines)
                {
                    text.Append("\n  ").Append(line);
                }

                return text.Append("\n)").ToString();
            }

            /// <summary>The name of this module's class, without the mark of a generic one.</summary>
            internal virtual string TypeName
            {
                get
                {
                    var type = GetType().Name;
                    var mark = type.IndexOf('`', StringComparison.Ordinal);
                    type = mark < 0 ? type : type[..mark];
                    return utils.parametrize.is_parametrized(this) ? $"Parametrized{type}" : type;
                }
            }

            private static string Indent(string text) => text.Replace("\n", "\n  ", StringComparison.Ordinal);
        }
    }
}
