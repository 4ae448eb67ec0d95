CREATE TABLE "definition_acts" (
	"protocol" text NOT NULL,
	"n" integer NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"body" text,
	"institution" text NOT NULL,
	"account" text NOT NULL,
	"reasons" text,
	"findings" json,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "definition_acts_protocol_n_pk" PRIMARY KEY("protocol","n")
);
