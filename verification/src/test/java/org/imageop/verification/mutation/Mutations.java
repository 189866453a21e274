package org.imageop.verification.mutation;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.imageop.verification.mutation.Mutation.Operator;

/** Finds all mutations of the library's source, and chooses among them. */
final class Mutations extends TreePathScanner<Void, Void> {
    private static final Map<Tree.Kind, String> SYMBOLS = Map.ofEntries(
            Map.entry(Tree.Kind.LESS_THAN, "<"),
            Map.entry(Tree.Kind.LESS_THAN_EQUAL, "<="),
            Map.entry(Tree.Kind.GREATER_THAN, ">"),
            Map.entry(Tree.Kind.GREATER_THAN_EQUAL, ">="),
            Map.entry(Tree.Kind.EQUAL_TO, "=="),
            Map.entry(Tree.Kind.NOT_EQUAL_TO, "!="),
            Map.entry(Tree.Kind.PLUS, "+"),
            Map.entry(Tree.Kind.MINUS, "-"),
            Map.entry(Tree.Kind.MULTIPLY, "*"),
            Map.entry(Tree.Kind.DIVIDE, "/"),
            Map.entry(Tree.Kind.REMAINDER, "%"),
            Map.entry(Tree.Kind.AND, "&"),
            Map.entry(Tree.Kind.OR, "|"),
            Map.entry(Tree.Kind.XOR, "^"),
            Map.entry(Tree.Kind.LEFT_SHIFT, "<<"),
            Map.entry(Tree.Kind.RIGHT_SHIFT, ">>"),
            Map.entry(Tree.Kind.UNSIGNED_RIGHT_SHIFT, ">>>"),
            Map.entry(Tree.Kind.CONDITIONAL_AND, "&&"),
            Map.entry(Tree.Kind.CONDITIONAL_OR, "||"));
    private static final Map<String, String> BOUNDARIES = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");
    private static final Map<String, String> NEGATIONS =
            Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<", "==", "!=", "!=", "==");
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("+", "-"),
            Map.entry("-", "+"),
            Map.entry("*", "/"),
            Map.entry("/", "*"),
            Map.entry("%", "*"),
            Map.entry("&", "|"),
            Map.entry("|", "&"),
            Map.entry("^", "&"),
            Map.entry("<<", ">>"),
            Map.entry(">>", "<<"),
            Map.entry(">>>", ">>"),
            Map.entry("&&", "||"),
            Map.entry("||", "&&"));

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final SourcePositions positions;
    private final String text;
    private final List<Mutation> found = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    private Mutations(CompilationUnitTree unit, Trees trees) throws IOException {
        this.unit = unit;
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.text = unit.getSourceFile().getCharContent(true).toString();
    }

    /** All mutations of the sources in a folder. */
    static List<Mutation> of(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> files = tree.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path")),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            List<Mutation> all = new ArrayList<>();
            for (CompilationUnitTree unit : units) {
                Mutations mutations = new Mutations(unit, Trees.instance(task));
                mutations.scan(unit, null);
                all.addAll(mutations.found);
            }
            return all;
        }
    }

    /**
     * Puts mutations into a random order: lines in random order, and of each line one mutation. The place of a line
     * hangs on its own text, so that changes elsewhere leave it where it is.
     */
    static List<Mutation> chosen(List<Mutation> all, long seed) {
        Map<String, List<Mutation>> lines =
                all.stream().collect(Collectors.groupingBy(mutation -> mutation.member() + "\n" + mutation.lineText()));
        return lines.entrySet().stream()
                .sorted(Comparator.comparing(line -> Mutation.rank(seed, line.getKey())))
                .map(line -> line.getValue().stream()
                        .min(Comparator.comparing(mutation -> Mutation.rank(seed, mutation.key())))
                        .orElseThrow())
                .toList();
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    /** Leaves out what the compiler has added, which no source has. */
    @Override
    public Void scan(Tree tree, Void none) {
        return tree == null || start(tree) < 0 || end(tree) <= start(tree) ? null : super.scan(tree, none);
    }

    /** Leaves out constants that the compiler has copied into other classes, where a change does not reach. */
    @Override
    public Void visitVariable(VariableTree tree, Void none) {
        Set<Modifier> modifiers = tree.getModifiers().getFlags();
        boolean copied = modifiers.containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))
                && !modifiers.contains(Modifier.PRIVATE)
                && tree.getType() instanceof PrimitiveTypeTree;
        return copied ? null : super.visitVariable(tree, none);
    }

    private void add(Operator operator, Tree tree, String after) {
        int start = start(tree);
        String member = member();
        int lineStart = text.lastIndexOf('\n', start) + 1;
        String line = text.substring(lineStart, text.indexOf('\n', start)).strip();
        String type =
                unit.getPackageName() + "." + ((ClassTree) unit.getTypeDecls().get(0)).getSimpleName();
        Mutation mutation = new Mutation(type, member, line, operator, start, end(tree), text(tree), after, 0);
        int occurrence = occurrences.merge(mutation.key(), 1, Integer::sum) - 1;
        found.add(new Mutation(type, member, line, operator, start, end(tree), text(tree), after, occurrence));
    }

    /** Classes and the method or field around the current place. */
    private String member() {
        List<String> names = new ArrayList<>();
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            Tree tree = path.getLeaf();
            if (tree instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
                names.add(0, type.getSimpleName().toString());
            } else if (tree instanceof MethodTree method) {
                names.add(0, method.getName().toString());
            } else if (tree instanceof VariableTree field
                    && path.getParentPath().getLeaf() instanceof ClassTree) {
                names.add(0, field.getName().toString());
            }
        }
        return String.join(".", names);
    }

    private TypeMirror type(Tree tree) {
        return trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
    }

    private boolean numeric(Tree tree) {
        TypeMirror type = type(tree);
        return type != null && type.getKind().isPrimitive() && type.getKind() != TypeKind.BOOLEAN;
    }

    private boolean truth(Tree tree) {
        TypeMirror type = type(tree);
        return type != null && type.getKind() == TypeKind.BOOLEAN;
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void none) {
        String symbol = SYMBOLS.get(tree.getKind());
        Tree left = tree.getLeftOperand();
        Tree right = tree.getRightOperand();
        if (BOUNDARIES.containsKey(symbol)) {
            add(Operator.BOUNDARY, tree, joined(left, BOUNDARIES.get(symbol), right));
        }
        if (NEGATIONS.containsKey(symbol)) {
            add(Operator.NEGATION, tree, joined(left, NEGATIONS.get(symbol), right));
        }
        if (OTHERS.containsKey(symbol) && (numeric(left) || truth(left)) && (numeric(right) || truth(right))) {
            add(Operator.ARITHMETIC, tree, joined(left, OTHERS.get(symbol), right));
        }
        return super.visitBinary(tree, none);
    }

    private String joined(Tree left, String symbol, Tree right) {
        return "(" + text(left) + " " + symbol + " " + text(right) + ")";
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
        String assignment = text.substring(end(tree.getVariable()), start(tree.getExpression()))
                .strip();
        String other = OTHERS.get(assignment.substring(0, assignment.length() - 1));
        if (other != null && numeric(tree.getVariable())) {
            add(Operator.ARITHMETIC, tree, text(tree.getVariable()) + " " + other + "= " + text(tree.getExpression()));
        }
        return super.visitCompoundAssignment(tree, none);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void none) {
        String operand = text(tree.getExpression());
        switch (tree.getKind()) {
            case POSTFIX_INCREMENT -> add(Operator.ARITHMETIC, tree, operand + "--");
            case POSTFIX_DECREMENT -> add(Operator.ARITHMETIC, tree, operand + "++");
            case PREFIX_INCREMENT -> add(Operator.ARITHMETIC, tree, "--" + operand);
            case PREFIX_DECREMENT -> add(Operator.ARITHMETIC, tree, "++" + operand);
            case UNARY_MINUS, BITWISE_COMPLEMENT -> add(Operator.ARITHMETIC, tree, "(" + operand + ")");
            case LOGICAL_COMPLEMENT -> add(Operator.NEGATION, tree, "(" + operand + ")");
            default -> {
                // + changes nothing
            }
        }
        return super.visitUnary(tree, none);
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void none) {
        switch (tree.getKind()) {
            case INT_LITERAL, LONG_LITERAL, DOUBLE_LITERAL, FLOAT_LITERAL -> {
                add(Operator.CONSTANT, tree, "(" + text(tree) + " + 1)");
                add(Operator.CONSTANT, tree, "(" + text(tree) + " - 1)");
            }
            case BOOLEAN_LITERAL -> add(Operator.CONSTANT, tree, String.valueOf(!(Boolean) tree.getValue()));
            default -> {
                // texts are nobody's arithmetic
            }
        }
        return super.visitLiteral(tree, none);
    }

    @Override
    public Void visitIf(IfTree tree, Void none) {
        condition(((ParenthesizedTree) tree.getCondition()).getExpression());
        return super.visitIf(tree, none);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree tree, Void none) {
        condition(tree.getCondition());
        return super.visitConditionalExpression(tree, none);
    }

    /** Conditions that no other operator negates. */
    private void condition(ExpressionTree tree) {
        if (!NEGATIONS.containsKey(SYMBOLS.getOrDefault(tree.getKind(), ""))
                && tree.getKind() != Tree.Kind.LOGICAL_COMPLEMENT) {
            add(Operator.NEGATION, tree, "!(" + text(tree) + ")");
        }
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void none) {
        if (tree.getExpression() != null) {
            result(tree.getExpression());
        }
        return super.visitReturn(tree, none);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
        if (tree.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION) {
            result((ExpressionTree) tree.getBody());
        }
        return super.visitLambdaExpression(tree, none);
    }

    private void result(ExpressionTree tree) {
        TypeMirror type = type(tree);
        if (type == null || type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.NULL) {
            return;
        }
        if (type.getKind() == TypeKind.BOOLEAN) {
            add(Operator.RESULT, tree, "!(" + text(tree) + ")");
        } else if (type.getKind().isPrimitive()) {
            add(Operator.RESULT, tree, "0");
        } else {
            String name = type.toString();
            add(
                    Operator.RESULT,
                    tree,
                    name.startsWith("java.util.Optional")
                            ? "java.util.Optional.empty()"
                            : name.startsWith("java.util.List")
                                    ? "java.util.List.of()"
                                    : name.equals("java.lang.String") ? "\"\"" : "null");
        }
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void none) {
        ExpressionTree expression = tree.getExpression();
        boolean constructor =
                text(expression).startsWith("super(") || text(expression).startsWith("this(");
        if (expression instanceof MethodInvocationTree && !constructor
                || expression instanceof AssignmentTree
                || expression instanceof CompoundAssignmentTree
                || expression instanceof UnaryTree) {
            add(Operator.REMOVAL, tree, ";");
        }
        return super.visitExpressionStatement(tree, none);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
        swaps(tree, tree.getArguments());
        return super.visitMethodInvocation(tree, none);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void none) {
        if (tree.getClassBody() == null) {
            swaps(tree, tree.getArguments());
        }
        return super.visitNewClass(tree, none);
    }

    private void swaps(Tree call, List<? extends ExpressionTree> arguments) {
        Set<String> done = new HashSet<>();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            Tree one = arguments.get(i);
            Tree other = arguments.get(i + 1);
            boolean alike =
                    numeric(one) && numeric(other) || String.valueOf(type(one)).equals(String.valueOf(type(other)));
            if (alike && !text(one).equals(text(other))) {
                String swapped = text.substring(start(call), start(one))
                        + text(other)
                        + text.substring(end(one), start(other))
                        + text(one)
                        + text.substring(end(other), end(call));
                if (done.add(swapped)) {
                    add(Operator.SWAP, call, swapped);
                }
            }
        }
    }
}
