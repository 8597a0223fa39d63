package golden.names;

interface Override {}
