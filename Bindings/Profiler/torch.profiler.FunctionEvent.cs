namespace TorchSharp;

public static partial class torch
{
    public static partial class profiler
    {
        /// <summary>One call of an operator, or one range (Python's <c>FunctionEvent</c>). Times are microseconds since the recording began.</summary>
        public sealed class FunctionEvent
        {
            private readonly List<FunctionEvent> children = [];

            internal FunctionEvent(string name, double start, double end, long thread)
            {
                this.name = name;
                this.start = start;
                this.end = end;
                this.thread = thread;
            }

            /// <summary>The operator or range.</summary>
            public string name { get; }

            /// <summary>When it began.</summary>
            public double start { get; }

            /// <summary>When it ended; the recording's end if it ran on.</summary>
            public double end { get; }

            /// <summary>The thread that it ran on, numbered by libtorch.</summary>
            public long thread { get; }

            /// <summary>Pairs an operator with its gradient; -1 for none.</summary>
            public long sequence_nr { get; internal init; } = -1;

            /// <summary>Whether it is part of a gradient's computation.</summary>
            public bool is_backward { get; internal init; }

            /// <summary>Whether it is a range of <see cref="record_function"/>'s.</summary>
            public bool is_user_annotation { get; internal init; }

            /// <summary>The shapes of its arguments, if they were recorded, such as <c>[[2, 3], []]</c>; empty otherwise.</summary>
            public string input_shapes { get; internal init; } = "";

            /// <summary>The call that it is a part of, or null.</summary>
            public FunctionEvent? cpu_parent { get; private set; }

            /// <summary>The calls that are its parts.</summary>
            public IReadOnlyList<FunctionEvent> cpu_children => children;

            /// <summary>How long it took.</summary>
            public double cpu_time_total => end - start;

            /// <summary>How long it took without its parts.</summary>
            public double self_cpu_time_total => cpu_time_total - children.Sum(child => child.cpu_time_total);

            /// <summary>Bytes that it took and did not give back, its parts included; negative if it gave back more.</summary>
            public long cpu_memory_usage => self_cpu_memory_usage + children.Sum(child => child.cpu_memory_usage);

            /// <summary>As <see cref="cpu_memory_usage"/>, without its parts.</summary>
            public long self_cpu_memory_usage { get; internal set; }

            internal void Adopt(FunctionEvent child)
            {
                children.Add(child);
                child.cpu_parent = this;
            }
        }
    }
}
